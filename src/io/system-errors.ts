import { Failure } from '../errors.ts';
import { lookup } from '../text/lookup.ts';

/** Plain words for what the system says, by its error codes. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EAGAIN: 'it is locked or not ready',
  EBADMSG: 'the file system is damaged',
  EBUSY: 'it is in use',
  ECANCELED: 'the operation was cancelled',
  ECONNRESET: 'the connection to the disk was lost',
  EDEADLK: 'it is locked',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'it already exists',
  EFBIG: 'it is too large',
  EHOSTDOWN: 'the file server is down',
  EHOSTUNREACH: "the file server can't be reached",
  EILSEQ: "the file system doesn't allow that name",
  EINTR: 'the operation was interrupted',
  EINVAL: "the file system doesn't support that",
  EIO: 'the disk reports an error',
  EISDIR: 'it is a folder',
  EKEYEXPIRED: 'the key of the encrypted folder has expired',
  ELOOP: 'too many symbolic links',
  EMEDIUMTYPE: 'the disk is of the wrong type',
  EMFILE: 'too many open files',
  EMLINK: 'too many links',
  ENAMETOOLONG: 'the name is too long',
  ENETDOWN: 'the network is down',
  ENETUNREACH: "the file server can't be reached",
  ENFILE: 'too many open files',
  ENODEV: 'there is no such device',
  ENOENT: 'no such file or folder',
  ENOKEY: 'the encrypted folder is locked',
  ENOLCK: 'the file server has no locks left',
  ENOMEDIUM: 'there is no disk in the drive',
  ENOMEM: 'out of memory',
  ENOSPC: 'no space left on the disk',
  ENOSYS: "the file system doesn't support that",
  ENOTCONN: 'the file system is disconnected',
  ENOTDIR: 'a part of the path is not a folder',
  ENOTEMPTY: 'it is a folder',
  ENOTSUP: "the file system doesn't support that",
  ENXIO: 'nothing is at its other end',
  EOPNOTSUPP: "the file system doesn't support that",
  EOVERFLOW: 'it is too large',
  EPERM: 'the system does not permit it',
  EPIPE: 'its reader has gone away',
  EREMOTEIO: 'the disk reports an error',
  EROFS: 'the disk is read-only',
  ESHUTDOWN: 'the file system was shut down',
  ESTALE: 'the file server no longer knows it',
  ETIMEDOUT: "the file server didn't answer in time",
  ETXTBSY: 'it is in use',
  EUCLEAN: 'the file system is damaged',
  EXDEV: 'it is on another disk',
  ERR_INVALID_ARG_VALUE: 'the name has a character that no name can have',
};

/** Windows has one code for much that keeps a file from being replaced. */
const windowsReasons: Readonly<Record<string, string>> = {
  ...reasons,
  EPERM: 'it is read-only, another program has it open, or permission is denied',
};

/** Numbers of Linux for which Node has no name. */
const unnamed: Readonly<Record<number, string>> = {
  117: 'EUCLEAN',
  121: 'EREMOTEIO',
  123: 'ENOMEDIUM',
  124: 'EMEDIUMTYPE',
  126: 'ENOKEY',
  127: 'EKEYEXPIRED',
};

/** The code of a system error. Node names few by itself: EDQUOT is "Unknown system error -122" to it. */
export function errorCode(error: unknown, platform: NodeJS.Platform = process.platform): string | undefined {
  const { code, errno } = error as NodeJS.ErrnoException;
  if (code === undefined || !/^Unknown system error/.test(code)) return code;
  const number = Math.abs(errno ?? Number(code.split(' ').at(-1)));
  const { errno: numbers } = process.getBuiltinModule('node:os').constants;
  const name = Object.entries(numbers).find(([, each]) => each === number)?.[0];
  return name ?? (platform === 'linux' ? lookup(unnamed, number) : undefined) ?? code;
}

/** A system error in plain words; what is a Failure already stays as it is. */
export function fileFailure(
  error: unknown,
  what: string,
  platform: NodeJS.Platform = process.platform,
): Failure {
  if (error instanceof Failure) return error;
  const code = errorCode(error, platform) ?? 'unknown error';
  const known = platform === 'win32' ? windowsReasons : reasons;
  return new Failure('file', `${what}: ${lookup(known, code) ?? `the system reports "${code}"`}.`);
}
