import { connect, createServer } from 'node:net';

export const LOOPBACK = '127.0.0.1';

export interface PortWish {
  /** What the port is for, as the console calls it. */
  purpose: string;
  /** 0 asks for any free port. */
  wanted: number;
}

/** The wanted port, or a free one when a stranger holds it, which is then said. */
export async function choosePort(wish: PortWish, log: (line: string) => void): Promise<number> {
  if (wish.wanted === 0) return freePort();
  const refusal = await whyTaken(wish.wanted);
  if (refusal === undefined) return wish.wanted;
  const port = await freePort();
  log(`${wish.purpose}: port ${wish.wanted} ${refusal}, so ${port} is used instead.`);
  return port;
}

async function whyTaken(port: number): Promise<string | undefined> {
  // On macOS a listener on all addresses does not stop another on 127.0.0.1: a call shows it.
  if (await answers(port)) return 'is in use by another program';
  try {
    await listenOnce(port);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'EADDRINUSE'
      ? 'is in use by another program'
      : `can't be used (${code ?? '?'})`;
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: LOOPBACK });
    const settle = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', settle(true)).once('error', settle(false));
    socket.setTimeout(500, settle(true));
  });
}

function freePort(): Promise<number> {
  return listenOnce(0);
}

/** Binds the port for a moment and returns its number. */
function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      server.close(() => {
        resolve(bound);
      });
    });
  });
}
