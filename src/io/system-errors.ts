import { Failure } from '../errors.ts';
import { lookup } from '../text/lookup.ts';

/** System errors in plain words, by their codes. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EAGAIN: 'it is locked or not ready',
  EBADMSG: 'the file system is damaged',
  EBUSY: 'it is in use',
  ECANCELED: 'the operation was cancelled',
  ECONNRESET: 'the connection to the disk was lost',
  EDEADLK: 'it is locked',
  EDQUOT: 'disk quota exceeded',
  EEXIST: 'it already exists',
  EFBIG: 'it is too large',
  EHOSTDOWN: 'the file server is down',
  EHOSTUNREACH: "the file server can't be reached",
  EILSEQ: "the file system doesn't allow that name",
  EINTR: 'the operation was interrupted',
  EINVAL: "the file system doesn't support that",
  EIO: 'disk error',
  EISDIR: 'it is a folder',
  EKEYEXPIRED: 'the key of the encrypted folder has expired',
  ELOOP: 'too many symbolic links',
  EMEDIUMTYPE: 'wrong type of disk',
  EMFILE: 'too many open files',
  EMLINK: 'too many links',
  ENAMETOOLONG: 'the name is too long',
  ENETDOWN: 'the network is down',
  ENETUNREACH: "the file server can't be reached",
  ENFILE: 'too many open files',
  ENODEV: 'no such device',
  ENOENT: 'no such file or folder',
  ENOKEY: 'the encrypted folder is locked',
  ENOLCK: 'no locks available on the file server',
  ENOMEDIUM: 'no disk in the drive',
  ENOMEM: 'out of memory',
  ENOSPC: 'no space left on the disk',
  ENOSYS: "the file system doesn't support that",
  ENOTCONN: 'the file system is disconnected',
  ENOTDIR: "part of the path isn't a folder",
  ENOTEMPTY: 'it is a folder',
  ENOTSUP: "the file system doesn't support that",
  ENXIO: 'nothing is connected to it',
  EOPNOTSUPP: "the file system doesn't support that",
  EOVERFLOW: 'it is too large',
  EPERM: 'operation not permitted',
  EPIPE: 'its reader has closed it',
  EREMOTEIO: 'disk error',
  EROFS: 'the disk is read-only',
  ESHUTDOWN: 'the file system was shut down',
  ESTALE: 'it no longer exists on the file server',
  ETIMEDOUT: "the file server didn't respond in time",
  ETXTBSY: 'it is in use',
  EUCLEAN: 'the file system is damaged',
  EXDEV: 'it is on another disk',
  ERR_INVALID_ARG_VALUE: 'the name contains an invalid character',
};

/** Windows has a single code for most reasons why a file can't be overwritten. */
const windowsReasons: Readonly<Record<string, string>> = {
  ...reasons,
  EPERM: 'it is read-only, another program has it open, or permission is denied',
};

/** Linux error numbers that Node has no name for. */
const unnamed: Readonly<Record<number, string>> = {
  117: 'EUCLEAN',
  121: 'EREMOTEIO',
  123: 'ENOMEDIUM',
  124: 'EMEDIUMTYPE',
  126: 'ENOKEY',
  127: 'EKEYEXPIRED',
};

/** The code of a system error, also if Node has no name for it: EDQUOT is "Unknown system error -122" there. */
export function errorCode(error: unknown, platform: NodeJS.Platform = process.platform): string | undefined {
  const { code, errno } = error as NodeJS.ErrnoException;
  if (code === undefined || !/^Unknown system error/.test(code)) return code;
  const number = Math.abs(errno ?? Number(code.split(' ').at(-1)));
  const { errno: numbers } = process.getBuiltinModule('node:os').constants;
  const name = Object.entries(numbers).find(([, each]) => each === number)?.[0];
  return name ?? (platform === 'linux' ? lookup(unnamed, number) : undefined) ?? code;
}

/** A system error in plain words. A Failure is returned unchanged. */
export function fileFailure(
  error: unknown,
  what: string,
  platform: NodeJS.Platform = process.platform,
): Failure {
  if (error instanceof Failure) return error;
  return new Failure('file', `${what}: ${reasonOf(errorCode(error, platform), platform)}.`);
}

function reasonOf(code: string | undefined, platform: NodeJS.Platform): string {
  if (code === undefined) return 'unknown error';
  return lookup(platform === 'win32' ? windowsReasons : reasons, code) ?? `system error ${code}`;
}
