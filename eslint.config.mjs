import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const nonDeterministic = [
  { name: 'Date', message: 'The core has no clock: time is an argument.' },
  { name: 'Intl', message: 'Results must not depend on a locale.' },
  { name: 'setTimeout', message: 'The core does not wait: it returns a timer command.' },
];

export default tseslint.config(
  {
    ignores: [
      'dist',
      'packages/*/dist',
      'packages/client/src/schema.ts',
      'coverage',
      '**/*.js',
      '**/*.cjs',
      '**/*.mjs',
      '.stryker-tmp',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      eqeqeq: 'error',
    },
  },
  {
    files: ['definition/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', ...nonDeterministic],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The core has no randomness.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name=/^(toLocale\\w*|localeCompare)$/]',
          message: 'Results must not depend on a locale.',
        },
      ],
    },
  },
  {
    files: ['{activities,src}/**/*.ts'],
    ignores: ['**/*.spec.ts', 'src/main.ts', 'src/worker.ts', 'src/embedded/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'The environment is read once, by loadConfig.',
        },
      ],
    },
  },
  {
    // The state of a run is plain JSON: records by address, whose entries come and go.
    files: ['definition/run-state/**/*.ts'],
    rules: { '@typescript-eslint/no-dynamic-delete': 'off' },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  {
    // Parts of a scenario are plain objects, taken apart at will.
    files: ['bench/**/*.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  prettier,
);
