export type Environment = Readonly<Record<string, string | undefined>>;

/** The value of a variable; an empty one counts as unset. */
export function environmentValue(env: Environment, name: string): string | undefined {
  return env[name] || undefined;
}

/** CI systems set CI; `0` and `false` count as unset. */
export function isContinuousIntegration(env: Environment): boolean {
  const value = environmentValue(env, 'CI');
  return value !== undefined && !/^(?:0|false)$/i.test(value);
}

/** A terminal that can't interpret escape sequences, so prompts can't be drawn. */
export function isDumbTerminal(env: Environment): boolean {
  return env.TERM === 'dumb';
}

/** The user is at another machine, so a browser started here would open out of sight. */
export function isOverSsh(env: Environment): boolean {
  return ['SSH_CONNECTION', 'SSH_TTY', 'SSH_CLIENT'].some(
    (name) => environmentValue(env, name) !== undefined,
  );
}
