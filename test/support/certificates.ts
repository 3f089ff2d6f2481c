import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from './folder.ts';

export interface Certificate {
  readonly key: Buffer;
  /** The certificate with its chain. */
  readonly cert: Buffer;
  /** The certificate as a PEM file. */
  readonly path: string;
  readonly keyPath: string;
}

export interface CertificateOptions {
  /** Its subject, in the syntax of openssl: `/CN=…`. */
  readonly subject?: string;
  /** The hosts that it is valid for: `DNS:…,IP:…`. */
  readonly hosts?: string;
  readonly issuer?: Certificate;
  /** How long it is valid from now; negative for the past. */
  readonly days?: number;
}

let serial = 0;

/** Creates a certificate with openssl: self-signed, or issued by another one. */
export function makeCertificate(options: CertificateOptions = {}): Certificate {
  const {
    subject = '/CN=127.0.0.1',
    hosts = 'IP:127.0.0.1,DNS:api.example.test',
    issuer,
    days = 2,
  } = options;
  const folder = sharedFolder();
  const [path, keyPath] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const requestPath = join(folder, 'request.pem');
  const openssl = (...words: readonly string[]): void =>
    void execFileSync('openssl', words, { stdio: 'ignore' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', keyPath];
  const names = ['-utf8', '-subj', subject, '-addext', `subjectAltName=${hosts}`];
  const authority = ['-addext', 'basicConstraints=CA:TRUE'];
  openssl('req', '-new', ...newKey, ...names, ...authority, '-out', requestPath);
  const signer =
    issuer === undefined ? ['-signkey', keyPath] : ['-CA', issuer.path, '-CAkey', issuer.keyPath];
  const life = ['-days', `${days}`, '-set_serial', `${++serial}`];
  openssl('x509', '-req', '-in', requestPath, ...signer, ...life, '-copy_extensions', 'copy', '-out', path);
  const chain = issuer === undefined ? [] : [issuer.cert];
  return { key: readFileSync(keyPath), cert: Buffer.concat([readFileSync(path), ...chain]), path, keyPath };
}
