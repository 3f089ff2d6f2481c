#!/usr/bin/env node

// Old syntax only: an old Node must be able to read this file to say that it is too old.
var found = process.versions.node;
var parts = found.split('.');
var major = Number(parts[0]);
var minor = Number(parts[1]);
var patch = Number(parts[2]);

// The same ranges as "engines" in package.json.
var fits =
  (major === 20 && (minor > 18 || (minor === 18 && patch >= 1))) ||
  (major === 22 && minor >= 13) ||
  (major === 23 && minor >= 5) ||
  major >= 24;

if (fits) {
  require('../dist/main.js').main();
} else {
  console.error(
    'Error: zi-oauth-setup requires Node.js 20 (20.18.1 or later), 22 (22.13 or\n  later), or 23.5 or later. This is Node.js ' +
      found +
      '.',
  );
  console.error('  Install a current version from https://nodejs.org, or run:');
  console.error('    npx -p node@22 -p zi-oauth-setup zi-oauth-setup');
  process.exitCode = 2;
}
