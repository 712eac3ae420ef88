/** What tests of a plugin are written with: fakes of the host, sample data, and the suites that providers must pass. */
export * from './billing-cadence-suite.ts';
export * from './clock.ts';
export * from './contract.ts';
export * from './fake-context.ts';
export type { FakePayment, FakePaymentsData } from './fake-payments.ts';
export * from './fake-sql.ts';
export * from './mail-transport-suite.ts';
export * from './renderer-suite.ts';
export * from './sample-document.ts';
export * from './sample-parties.ts';
export * from './sms-gateway-suite.ts';
