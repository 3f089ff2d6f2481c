import { Failure } from '../errors.ts';
import { lookup } from '../text/lookup.ts';

/** Plain words for what the system says, by its error codes. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'it is in use',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it is too large',
  EIO: 'the disk reports an error',
  EISDIR: 'it is a folder',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space left on the disk',
  ENOTDIR: 'a part of the path is not a folder',
  ENXIO: 'nobody is at its other end',
  EPERM: 'the system does not permit it',
  EROFS: 'the disk is read-only',
};

/** Windows has one code for much that keeps a file from being replaced. */
const windowsReasons: Readonly<Record<string, string>> = {
  ...reasons,
  EPERM: 'it is read-only, another program has it open, or permission is denied',
};

/** A system error in plain words; what is a Failure already stays as it is. */
export function fileFailure(error: unknown, what: string, platform = process.platform): Failure {
  if (error instanceof Failure) return error;
  const code = String((error as NodeJS.ErrnoException).code ?? 'unknown error');
  const known = platform === 'win32' ? windowsReasons : reasons;
  return new Failure('file', `${what}: ${lookup(known, code) ?? code}.`);
}
