/** The arrows of ARCHITECTURE.md, as rules. */
const notSpec = '\\.spec\\.ts$';
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'definition-is-pure',
      comment: 'definition/ imports itself and the short allow-list of pure packages.',
      severity: 'error',
      from: { path: '^definition/', pathNot: notSpec },
      to: { pathNot: '^(definition/|node_modules/re2js/)' },
    },
    {
      name: 'workflows-are-sandboxed',
      severity: 'error',
      from: { path: '^workflows/', pathNot: notSpec },
      to: { pathNot: '^(definition/|workflows/|node_modules/@temporalio/(workflow|common)/)' },
    },
    {
      name: 'activities-know-no-server',
      severity: 'error',
      from: { path: '^activities/', pathNot: notSpec },
      to: { path: '^(src/|test/|bench/|node_modules/(@nestjs|typeorm|pg)/)' },
    },
    {
      name: 'activities-see-only-the-port',
      severity: 'error',
      from: { path: '^activities/', pathNot: notSpec },
      to: { path: '^workflows/', pathNot: '^workflows/(port|messages)\\.ts$' },
    },
    {
      name: 'only-src-temporal-opens-workflows',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/temporal/|${notSpec}` },
      to: { path: '^(workflows/|node_modules/@temporalio/)' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: `^(test|bench)/|${notSpec}` },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
