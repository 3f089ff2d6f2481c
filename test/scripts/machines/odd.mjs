// One row for each way in which machines differ, so that a failure shows its cause. The last two rows combine them all and
// run all tests, which takes minutes.
import { isRoot } from './machine.mjs';

const umask = (mask) => ['sh', '-c', `umask ${mask}; exec "$@"`, 'sh'];

/** Root can hide /dev/tty as well. */
const noTerminal = isRoot
  ? ['unshare', '--mount', 'sh', '-c', 'mount --bind /dev/null /dev/tty; exec setsid --wait "$@"', 'sh']
  : ['setsid', '--wait'];

const nowhere = '/nowhere/at-all';
const noLocale = { LANG: undefined };
const cLocale = { LANG: 'C', LC_ALL: 'C' };

const machines = [
  {
    name: 'no-home',
    what: 'a user without an account, HOME unset',
    stranger: true,
    env: { HOME: undefined },
  },
  { name: 'lost-home', what: "such a user, HOME doesn't exist", stranger: true, env: { HOME: nowhere } },
  { name: 'read-only', what: 'the working folder is read-only', stranger: true, readOnly: true },
  { name: 'locale-c', what: 'LANG=C LC_ALL=C', env: cLocale },
  { name: 'locale-none', what: 'no LANG', env: noLocale },
  { name: 'no-terminal', what: 'no controlling terminal, no /dev/tty', wrapper: noTerminal },
  { name: 'umask-077', what: 'umask 077', wrapper: umask('077') },
  { name: 'umask-000', what: 'umask 000', wrapper: umask('000') },
  { name: 'time-east', what: 'TZ=Pacific/Kiritimati, UTC+14', env: { TZ: 'Pacific/Kiritimati' } },
  { name: 'time-odd', what: 'TZ=America/St_Johns, UTC-3:30', env: { TZ: 'America/St_Johns' } },
  { name: 'no-ci', what: 'CI and TERM unset', env: { CI: undefined, TERM: undefined } },
  { name: 'dumb', what: 'TERM=dumb', env: { TERM: 'dumb' } },
  {
    name: 'suite-stranger',
    what: 'no account, lost HOME, no LANG, no TERM, no CI, umask 000, UTC+14',
    stranger: true,
    wrapper: umask('000'),
    env: { ...noLocale, HOME: nowhere, TERM: undefined, CI: undefined, TZ: 'Pacific/Kiritimati' },
    suite: true,
  },
  {
    name: 'suite-bare',
    what: 'no terminal, LANG=C, TERM=dumb, umask 077, UTC-3:30',
    wrapper: [...noTerminal, ...umask('077')],
    env: { ...cLocale, TERM: 'dumb', TZ: 'America/St_Johns' },
    suite: true,
  },
];

/** Linux programs create these machines. */
export const oddMachines = process.platform === 'linux' ? machines : [];
