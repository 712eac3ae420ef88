import { useQuery } from '@tanstack/vue-query';
import type { operations } from '@traliccio/sdk/client';
import { api, dataOf } from '../../app/api.ts';

export type Operator = operations['getOperatorsById']['responses'][200]['content']['application/json'];
export type Group = operations['getGroupsById']['responses'][200]['content']['application/json'];
export type Permission =
  operations['getPermissions']['responses'][200]['content']['application/json']['items'][number];

/** Whoever is in the group may everything. */
export const EVERYTHING = '*';
/** The group that is always there, and may everything. */
export const ADMINISTRATORS = 1;

export const useGroups = () =>
  useQuery({ queryKey: ['groups'], queryFn: async () => (await dataOf(api.GET('/api/groups'))).items });

export const usePermissions = () =>
  useQuery({
    queryKey: ['permissions'],
    queryFn: async () => (await dataOf(api.GET('/api/permissions'))).items,
  });
