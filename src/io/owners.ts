import { readFileSync } from 'node:fs';

/** The name of a user, or the number if the system's list doesn't contain it (a directory service, macOS). */
export function userName(id: number): string {
  return nameInList(id) ?? `user ID ${id}`;
}

/** Whether this is another user than the current one. Windows has no such numbers. */
export function isAnotherUser(id: number): boolean {
  const own = process.geteuid?.();
  return own !== undefined && own !== id;
}

function nameInList(id: number): string | undefined {
  const entries = readList().map((line) => line.split(':'));
  return entries.find(([, , user]) => user === String(id))?.[0] || undefined;
}

function readList(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
}
