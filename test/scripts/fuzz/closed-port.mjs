/** Nothing listens there: neither the program's requests nor those through its proxy leave the machine. */
export const closedPort = 'http://127.0.0.1:1';
