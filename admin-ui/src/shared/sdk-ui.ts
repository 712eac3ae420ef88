export * from '@traliccio/sdk/ui';
