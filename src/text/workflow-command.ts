/**
 * What the logs of GitHub Actions (`::set-output`), Azure Pipelines and TeamCity (`##[group]`, `##vso[…]`) take for a
 * command instead of a text. A problem completes the sentence "Name …".
 */
export function workflowCommandProblem(text: string): string | undefined {
  if (text.trim().startsWith('::')) return 'begins with "::", which CI logs read as a command. Remove it.';
  return /##\w*\[/.test(text)
    ? 'contains two number signs and a bracket, which CI logs read as a command. Remove them.'
    : undefined;
}
