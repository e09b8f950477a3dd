import { maxHeaderSize, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { newId } from '../database/ids';
import { type ErrorAnswer, tableAnswer } from './error-answer';
import type { ErrorName } from './errors';

/** How long a client that is told what is wrong may still send before its connection is cut. */
const LINGER_MS = 1_000;

/** As Node's parser of HTTP throws it. */
interface ParseError extends Error {
  code?: string;
  reason?: unknown;
}

/** What is told of a request by the code of its error. */
const CAUSES: ReadonlyMap<string, readonly [ErrorName, string?]> = new Map([
  [
    'HPE_HEADER_OVERFLOW',
    ['headersTooLarge', `The URL and the headers have more than ${maxHeaderSize} bytes.`],
  ],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', ['bodyTooLarge', 'The extensions of a chunk are too large.']],
  ['ERR_HTTP_REQUEST_TIMEOUT', ['requestTooSlow']],
  [
    'HPE_INVALID_URL',
    ['malformedUrl', 'The URL is not valid: percent-encode all of it that is not ASCII.'],
  ],
  ['HPE_INVALID_METHOD', ['malformedHttp', 'The request has a method that is not known.']],
]);

/** Answers in the envelope what is no HTTP that can be read: no route and no filter ever sees it. */
export function answerUnreadable(server: Server): void {
  const responses = new WeakMap<Duplex, ServerResponse>();
  const refused = new WeakSet<Duplex>();
  server.prependListener('request', (request, response) => {
    responses.set(request.socket, response);
  });
  // One that expects something else than to go on is answered like any other, and not by a bare 417.
  server.on('checkExpectation', (request, response) => {
    server.emit('request', request, response);
  });
  server.on('clientError', (error: ParseError, socket) => {
    // What else it sends is not read any more, and is an error each time.
    if (refused.has(socket)) return;
    refused.add(socket);
    if (!socket.writable || isBeingAnswered(responses.get(socket))) {
      socket.destroy();
      return;
    }
    socket.end(textOf(answerTo(error)));
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  });
}

/** A stream may be open on the connection: what is written now would stand in the middle of it. */
function isBeingAnswered(response: ServerResponse | undefined): boolean {
  return response !== undefined && response.headersSent && !response.writableFinished;
}

function answerTo({ code = '', reason }: ParseError): ErrorAnswer {
  const detail = typeof reason === 'string' ? `: ${reason}` : '';
  const [name, message = `The request is not valid HTTP${detail}.`] = CAUSES.get(code) ?? [
    'malformedHttp',
  ];
  return tableAnswer(name, newId('req'), message);
}

function textOf({ status, body }: ErrorAnswer): string {
  const text = JSON.stringify(body);
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(text)}`,
    `X-Request-Id: ${body.requestId}`,
    'Connection: close',
    '',
    text,
  ].join('\r\n');
}
