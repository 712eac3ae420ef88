// Who may import whom; docs/architecture.md says why. `npm run imports` checks it.

/** Tests, and what only the tests of a package share. What the SDK offers for testing is code like any other. */
const tests = '[.]test[.]ts$|^(core|plugins|examples)/.+/testing/';

/** Domain folders from the bottom up: a folder may import its own layer and those below. */
const domainLayers = [
  ['issuer', 'operators'],
  ['customers', 'sites', 'plans'],
  ['contracts'],
  ['price-changes'],
  ['charges'],
  ['documents'],
  ['drafts'],
  ['payments'],
  ['billing'],
  ['import'],
  ['dashboard', 'reports'],
];

const domainOrder = domainLayers.slice(0, -1).map((layer, index) => ({
  name: `domain-order-${layer.join('-')}`,
  comment:
    'Domain folders import one way: dashboard, import, billing, payments, drafts, documents, charges, contracts, then plans, sites and customers, then issuer.',
  severity: 'error',
  from: { path: domainFolders(layer), pathNot: tests },
  to: { path: domainFolders(domainLayers.slice(index + 1).flat()) },
}));

function domainFolders(names) {
  return `^core/src/domain/(${names.join('|')})/`;
}

function onlyIn({ name, packages, path }) {
  return {
    name,
    comment: `${packages.join(', ')} may be imported only in ${path}`,
    severity: 'error',
    from: { pathNot: path },
    to: { path: `(^|/)node_modules/(${packages.join('|')})/` },
  };
}

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Files that need each other to run can only be understood together; types may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'sdk-stands-alone',
      comment: 'The SDK imports nothing of ours.',
      severity: 'error',
      from: { path: '^sdk/' },
      to: { path: '^(core|plugins|examples|admin-ui|test|scripts)/' },
    },
    {
      name: 'plugins-only-sdk',
      comment:
        'A plugin imports the SDK, npm packages and itself; what two plugins share is an event or a capability.',
      severity: 'error',
      from: { path: '^(plugins|examples)/([^/]+)/' },
      to: { path: '^(core|plugins|examples|admin-ui|scripts)/', pathNot: '^$1/$2/' },
    },
    {
      name: 'sdk-by-its-name',
      comment: 'The SDK is imported by its package name, as a third party would.',
      severity: 'error',
      from: { pathNot: '^sdk/' },
      to: { path: '^sdk/', dependencyTypesNot: ['aliased-workspace'] },
    },
    {
      name: 'kernel-knows-no-domain',
      comment: 'The kernel knows nothing of billing and nothing of what is built from it.',
      severity: 'error',
      from: { path: '^core/src/kernel/', pathNot: tests },
      to: { path: '^core/src/', pathNot: '^core/src/kernel/' },
    },
    {
      name: 'domain-below-the-app',
      comment: 'The domain imports the kernel and itself.',
      severity: 'error',
      from: { path: '^core/src/domain/', pathNot: tests },
      to: { path: '^core/src/', pathNot: '^core/src/(kernel|domain)/' },
    },
    ...domainOrder,
    {
      name: 'domain-folder-without-a-place',
      comment: 'A new domain folder needs a place in domainLayers of .dependency-cruiser.mjs.',
      severity: 'error',
      from: { path: '^core/src/domain/[^/]+/', pathNot: domainFolders(domainLayers.flat()) },
      to: {},
    },
    {
      name: 'core-without-plugins',
      comment: 'The core finds plugins by the list in its configuration; only tests name one.',
      severity: 'error',
      from: { path: '^core/', pathNot: tests },
      to: { path: '^(plugins|examples)/' },
    },
    {
      name: 'admin-ui-only-sdk-ui',
      comment: 'Pages use what the SDK has for pages, and know the server by the client of its API.',
      severity: 'error',
      from: { path: '^admin-ui/' },
      to: { path: '^(core|plugins|examples|test|scripts|sdk/src/(?!(ui|client)/))' },
    },
    {
      name: 'nobody-imports-test',
      comment: 'Only tests use what the folder test has.',
      severity: 'error',
      from: { pathNot: `^test/|${tests}` },
      to: { path: '^test/' },
    },
    onlyIn({ name: 'awilix-only-in-app', packages: ['awilix'], path: '^core/src/app[.]ts$' }),
    onlyIn({
      name: 'agenda-only-in-jobs',
      packages: ['agenda', '@agendajs', 'mongodb'],
      path: '^core/src/kernel/jobs/',
    }),
    onlyIn({
      name: 'routeros-only-in-its-transport',
      packages: ['node-routeros'],
      path: '^plugins/mikrotik/src/transport[.]ts$',
    }),
    onlyIn({
      name: 'fastify-plugin-only-in-http',
      packages: ['fastify-plugin'],
      path: '^core/src/kernel/http/',
    }),
    {
      name: 'declared-packages',
      comment: 'What a file imports is in its package.json (or, for tests and tools, in the root one).',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-packages-in-code',
      comment: 'What only developers have may be imported by tests, or for types.',
      severity: 'error',
      from: { path: '^(sdk|core|plugins|examples)/', pathNot: tests },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['npm', 'type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'resolvable',
      comment: 'What a file imports exists.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?!.*node_modules/).*/dist/' },
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['traliccio-source', 'import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
