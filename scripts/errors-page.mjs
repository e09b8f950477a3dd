const HEAD = `# Errors

Every error is answered as \`{code, message, details, requestId}\`. The first three digits of \`code\` are the HTTP status. A code never changes its meaning; a message may be put in other words, so branch on the code. \`details\` says what is wrong field by field where that is known. \`requestId\` is also in the header \`X-Request-Id\`, and in the log of the server.

What is refused with 429 says in \`Retry-After\` how many seconds to wait. An error with 500 says nothing of its cause: that is in the log. This page is written by \`npm run published\` out of the one table of errors.
`;

/** docs/errors.md: every code with its meaning. */
export function errorsPage(errors) {
  const rows = Object.entries(errors)
    .map(([name, { code, status, message }]) => ({ code, status, name, message }))
    .sort((a, b) => a.code - b.code);
  const statuses = [...new Set(rows.map(({ status }) => status))];
  const sections = statuses.map((status) => {
    const lines = rows
      .filter((row) => row.status === status)
      .map(({ code, name, message }) => `| ${code} | ${name} | ${message} |`);
    return `## ${status}\n\n| code | name | meaning |\n| --- | --- | --- |\n${lines.join('\n')}\n`;
  });
  return [HEAD, ...sections].join('\n');
}
