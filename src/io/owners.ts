import { readFileSync } from 'node:fs';

/** The name of a user, or the number where the system's list does not have it (a directory service, macOS). */
export function userName(id: number): string {
  return nameInList(id) ?? `user ID ${id}`;
}

/** Whether files of this user belong to somebody else. Windows has no such numbers. */
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
