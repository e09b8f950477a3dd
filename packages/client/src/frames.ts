/** One server-sent event. */
export interface Frame {
  id: string;
  event: string;
  data: string;
}

/** The frames of a `text/event-stream`, without comments. */
export async function* framesOf(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<Frame, void, undefined> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const frame = frameOf(block);
        if (frame) yield frame;
      }
    }
  } finally {
    // Not awaited: of two readers of one answer, the first to go would wait for the other.
    void reader.cancel().catch(() => undefined);
  }
}

function frameOf(block: string): Frame | undefined {
  const fields: Record<keyof Frame, string> = { id: '', event: '', data: '' };
  for (const line of block.split('\n')) {
    const [, name, value = ''] = /^(id|event|data): ?(.*)$/.exec(line) ?? [];
    if (name !== undefined) fields[name as keyof Frame] = value;
  }
  return fields.data === '' ? undefined : fields;
}
