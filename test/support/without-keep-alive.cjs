// Wine has no TCP_KEEPALIVE, which undici sets before it connects.
require('node:net').Socket.prototype.setKeepAlive = function setKeepAlive() {
  return this;
};
