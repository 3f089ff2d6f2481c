// The fetch of Node.js sends by whatever undici is loaded first in the process. This makes sure that it is its own.
await fetch('data:,');
