import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { ActionError } from '../action';

/** What is done with a body above its limit: an error, or only its beginning is kept. */
export type Overflow = 'refuse' | 'truncate';

/**
 * Reads a body into memory, decompressed. The limit counts decompressed bytes and is checked while
 * they stream, so a small body that unpacks to a huge one stops at the limit too.
 */
export async function readBody(
  body: Readable,
  options: { encoding: string | undefined; maxBytes: number; overflow: Overflow },
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of decoded(body, options.encoding) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > options.maxBytes) {
      if (options.overflow === 'refuse') throw tooLarge(options.maxBytes);
      chunks.push(chunk.subarray(0, chunk.length - (size - options.maxBytes)));
      break;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function tooLarge(maxBytes: number): ActionError {
  return new ActionError(
    'http_response_too_large',
    `The answer is larger than the ${maxBytes} bytes allowed`,
  );
}

function decoded(body: Readable, encoding: string | undefined): Readable {
  const decoder = decoderOf(encoding);
  if (decoder === undefined) return body;
  // The error reaches whoever reads the decoder, which pipeline destroys with it.
  pipeline(body, decoder, () => undefined);
  return decoder;
}

function decoderOf(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase()) {
    case undefined:
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new ActionError(
        'http_invalid_response',
        `The answer has a content encoding that is not supported: ${encoding}`,
      );
  }
}
