// Makes Node.js stand in for a browser: it records the URL to open. Also loaded into the program itself, where it does
// nothing.
const [, asked = ''] = process.argv;

if (asked.includes('http:')) {
  require('node:fs').writeFileSync('asked', asked);
  process.exit();
}
