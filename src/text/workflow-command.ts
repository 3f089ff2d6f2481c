/**
 * Finds text that the logs of GitHub Actions (`::set-output`), Azure Pipelines and TeamCity (`##[group]`, `##vso[…]`)
 * read as a command. A problem completes the sentence "Name …".
 */
export function workflowCommandProblem(text: string): string | undefined {
  if (text.trim().startsWith('::')) return 'begins with "::", which CI logs read as a command. Remove it.';
  return /##\w*\[/.test(text)
    ? 'contains two number signs before a bracket, which CI logs read as a command. Remove them.'
    : undefined;
}
