import { Failure } from '../errors.ts';

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

/** A system error in plain words; what is a Failure already stays as it is. */
export function fileFailure(error: unknown, what: string): Failure {
  if (error instanceof Failure) return error;
  const code = String((error as NodeJS.ErrnoException).code ?? 'unknown error');
  return new Failure('file', `${what}: ${reasons[code] ?? code}.`);
}
