/** What the workflow bundle is made from. */
export const WORKFLOW_SOURCES = {
  workflowsPath: require.resolve('../../workflows'),
  preloadModules: [require.resolve('../../workflows/preload')],
};
