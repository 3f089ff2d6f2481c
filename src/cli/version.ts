/** The version that `--version` prints: the package's own. A named import leaves the rest of the file out of the bundle. */
export { version } from '../../package.json';
