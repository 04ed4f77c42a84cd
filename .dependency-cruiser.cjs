/**
 * The direction of imports. Each zone names what it may import of this repository; anything else is an error.
 * Types count like values: a zone that needs only a type of another still depends on it.
 */
const zones = [
  { name: 'domain-imports-nothing', from: '^shared/domain/', may: ['shared/domain'] },
  { name: 'ports-import-domain', from: '^shared/ports/', may: ['shared/ports', 'shared/domain'] },
  { name: 'lanes-import-domain', from: '^shared/lanes/', may: ['shared/lanes', 'shared/domain'] },
  { name: 'milestones-import-domain', from: '^shared/milestones/', may: ['shared/milestones', 'shared/domain'] },
  { name: 'policies-import-domain', from: '^shared/policies/', may: ['shared/policies', 'shared/domain'] },
  {
    name: 'checks-import-domain-and-policies',
    from: '^shared/checks/',
    may: ['shared/checks', 'shared/lanes', 'shared/policies', 'shared/domain'],
  },
  {
    name: 'totals-import-checks-and-policies',
    from: '^shared/totals/',
    may: ['shared/totals', 'shared/checks', 'shared/lanes', 'shared/policies', 'shared/domain'],
  },
  { name: 'messages-import-domain', from: '^shared/messages/', may: ['shared/messages', 'shared/domain'] },
  {
    // A remedy writes a mail as a channel does, from the same parts.
    name: 'remedies-import-words-and-mail-parts',
    from: '^shared/remedies/',
    may: ['shared/remedies', 'shared/channels', 'shared/messages', 'shared/policies', 'shared/ports', 'shared/domain'],
  },
  {
    name: 'channels-import-ports-and-words',
    from: '^shared/channels/',
    may: ['shared/channels', 'shared/messages', 'shared/policies', 'shared/ports', 'shared/domain'],
  },
  {
    name: 'adapters-import-ports-and-domain',
    from: '^shared/adapters/',
    may: ['shared/adapters', 'shared/milestones', 'shared/ports', 'shared/domain'],
  },
  {
    name: 'carriers-import-ports-and-milestones',
    from: '^shared/carriers/',
    may: [
      'shared/carriers',
      'shared/adapters/(wire|csv-table)[.]ts$',
      'shared/milestones',
      'shared/ports',
      'shared/domain',
    ],
  },
  {
    name: 'jobs-import-ports-and-registries',
    from: '^shared/jobs/',
    may: [
      'shared/jobs',
      'shared/totals',
      'shared/checks',
      'shared/policies',
      'shared/remedies',
      'shared/ports',
      'shared/domain',
    ],
  },
  { name: 'functions-import-shared', from: '^functions/', may: ['functions', 'shared'] },
  {
    name: 'stack-imports-environment-only',
    from: '^infra/',
    fromNot: '^infra/(cli|local|replay)/',
    may: ['infra', 'functions/environment[.]ts$'],
  },
  {
    name: 'command-line-imports-shared-and-environment',
    from: '^infra/(cli|local|replay)/',
    fromNot: '^infra/local/simulator/',
    may: ['infra', 'shared', 'functions/environment[.]ts$'],
  },
  {
    // A simulator that signs or parses by the client's own code would agree with its mistakes.
    name: 'simulator-shares-no-code-with-the-client',
    from: '^infra/local/simulator/',
    may: ['infra/local', 'shared/ports', 'shared/policies', 'shared/domain'],
  },
];

/** Which packages only some may import. */
const packages = [
  {
    name: 'aws-only-at-the-rim',
    package: '@aws-sdk|@smithy',
    importers: '^(shared/(adapters|channels)|functions/runtime|infra/(local|cli)|test)/',
  },
  {
    name: 'lambda-only-in-functions',
    package: '@middy|@aws-lambda-powertools',
    importers: '^(functions/runtime|test)/',
  },
  { name: 'cdk-only-in-infra', package: 'aws-cdk-lib|cdk-nag|constructs', importers: '^(infra|test)/' },
  { name: 'test-tools-only-in-tests', package: 'vitest|fast-check|tiktok-shop-sdk', importers: '^test/|^vitest[.]' },
  { name: 'emulators-only-on-this-machine', package: 'fauxqs|dynalite|@dynoxide', importers: '^(infra/local|test)/' },
];

const pure = '^shared/(domain|policies|lanes|milestones|checks|totals|messages|ports|jobs|remedies)/';

// Started by name, so nothing imports them: by Lambda, by the CDK, by people, and by the local stack as processes.
const entries =
  '^(functions/[^/]+|infra/app|infra/cli/(backfill|calendars|classify|policy|simulator|start|tidewatch)|infra/local/(function-host|keeper-process)|infra/replay/replay-thread)[.]ts$';

module.exports = {
  forbidden: [
    ...zones.map(({ name, from, fromNot, may }) => ({
      name,
      severity: 'error',
      from: { path: from, ...(fromNot && { pathNot: fromNot }) },
      to: { path: '^(functions|infra|shared|test)/', pathNot: may.map(zoneOf) },
    })),
    ...packages.map((rule) => ({
      name: rule.name,
      severity: 'error',
      from: { path: '^(functions|infra|shared|test)/', pathNot: rule.importers },
      to: { path: `(^|node_modules/)(${rule.package})(/|$)` },
    })),
    {
      name: 'pure-code-does-no-io',
      comment: 'Decisions take values and return values; effects are at the rim.',
      severity: 'error',
      from: { path: pure },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(util|crypto)$' },
    },
    {
      name: 'only-the-stack-and-tests-import-functions',
      comment: 'A function is wiring, so nothing builds on it; the stack needs the names of its variables.',
      severity: 'error',
      from: { pathNot: '^(functions|test)/' },
      to: { path: '^functions/', pathNot: '^functions/environment[.]ts$' },
    },
    {
      name: 'functions-do-not-import-each-other',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^functions/[^/]+$', pathNot: '^functions/environment[.]ts$' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '[.]d[.]ts$' },
      to: {},
    },
    {
      name: 'nothing-for-tests-alone',
      comment: 'What only a test reaches is not part of the product.',
      severity: 'error',
      from: { path: entries },
      to: { path: '^(shared|infra|functions)/', pathNot: entries, reachable: false },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'product-needs-no-dev-dependency',
      comment: 'Lambda bundles hold dependencies; what synthesizes and emulates is development.',
      severity: 'error',
      from: { path: '^(functions|shared)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json', '.d.ts'],
    },
  },
};

function zoneOf(path) {
  return path.endsWith('$') ? `^${path}` : `^${path}/`;
}
