import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What definitions of the suites call. Each run has a space of its own, so that counts of one run are
 * not those of another: `http://127.0.0.1:<port>/<space>/echo`.
 */
export interface HttpTarget {
  /** Address of a space, without a slash at its end. */
  url(space: string): string;
  /** Requests by `METHOD /path`, query included. */
  hits(space: string): Record<string, number>;
  close(): Promise<void>;
}

interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  /** Path without the space. */
  path: string;
  query: URLSearchParams;
  body: string;
  /** How often this very URL was called before. */
  before: number;
}

type Route = (call: Call) => void;

const ROUTES: Readonly<Record<string, Route>> = {
  '/echo': ({ request, response, path, body }) => {
    answer(response, 200, { method: request.method, path, body });
  },
  /** `/status?code=503` */
  '/status': ({ response, query }) => {
    const code = Number(query.get('code'));
    answer(response, code, { code });
  },
  /** `/slow?ms=200` answers late; without `ms` it never does. */
  '/slow': ({ response, query }) => {
    const ms = query.get('ms');
    if (ms === null) return;
    const timer = setTimeout(() => {
      answer(response, 200, { slept: Number(ms) });
    }, Number(ms));
    response.on('close', () => {
      clearTimeout(timer);
    });
  },
  /** `/flaky?fails=2` loses the connection twice, then answers. */
  '/flaky': ({ request, response, query, before }) => {
    if (before < Number(query.get('fails'))) request.socket.destroy();
    else answer(response, 200, { calls: before + 1 });
  },
  /** `/large?bytes=100000` */
  '/large': ({ response, query }) => {
    answer(response, 200, 'x'.repeat(Number(query.get('bytes'))));
  },
  '/close': ({ request }) => {
    request.socket.destroy();
  },
};

/** A real server on 127.0.0.1. */
export async function startHttpTarget(): Promise<HttpTarget> {
  const spaces = new Map<string, Record<string, number>>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname, search, searchParams } = new URL(request.url ?? '', 'http://target');
      const [, space = '', route = ''] = /^\/([^/]+)(\/.*)$/.exec(pathname) ?? [];
      const hits = spaces.get(space) ?? {};
      spaces.set(space, hits);
      const key = `${request.method ?? ''} ${route}${search}`;
      const before = hits[key] ?? 0;
      hits[key] = before + 1;
      const body = Buffer.concat(chunks).toString();
      const call = { request, response, path: route + search, query: searchParams, body, before };
      const handle = ROUTES[route];
      if (handle) handle(call);
      else answer(response, 404, { unknown: route });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: (space) => `http://127.0.0.1:${port}/${space}`,
    hits: (space) => spaces.get(space) ?? {},
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Nothing in it changes from call to call: no date. */
function answer(response: ServerResponse, status: number, body: unknown): void {
  response.sendDate = false;
  const text = JSON.stringify(body);
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': text.length })
    .end(text);
}
