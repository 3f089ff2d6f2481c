// Node.js in the place of a browser writes down what it was asked to open. The program, which it is loaded into as well, goes
// on as ever.
const [, asked = ''] = process.argv;

if (asked.includes('http:')) {
  require('node:fs').writeFileSync('asked', asked);
  process.exit();
}
