// The fetch of Node.js uses the first undici that the process loads. This makes sure that it is its own.
await fetch('data:,');
