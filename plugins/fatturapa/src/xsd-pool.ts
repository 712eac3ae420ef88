import { type BatchValidator, createXsdThread } from './xsd-thread.ts';

/**
 * Some threads as one. Files go to the thread that has the fewest to do, so the second is started by the first batch
 * that finds the first one busy: who issues an invoice by hand waits for one schema, a billing run gets all of them.
 */
export function createXsdPool(size: number, create: () => BatchValidator = createXsdThread): BatchValidator {
  const members = Array.from({ length: size }, () => ({ thread: create(), waiting: 0 }));

  return {
    async validate(files) {
      const member = members.reduce((idlest, one) => (one.waiting < idlest.waiting ? one : idlest));
      member.waiting += files.length;
      try {
        return await member.thread.validate(files);
      } finally {
        member.waiting -= files.length;
      }
    },
    async stop() {
      await Promise.all(members.map(({ thread }) => thread.stop()));
    },
  };
}
