import { blocks, pageText } from './language-page';
import { anchorOf } from './page';

const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));

describe('the links of the page', () => {
  const targets = [...pageText.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target);
  const anchors = headings.map(({ text }) => anchorOf(text));

  it('lead to headings', () => {
    expect(targets.filter((target) => !anchors.includes(target ?? ''))).toEqual([]);
  });

  it('lead to one heading each', () => {
    expect(anchors.filter((anchor, at) => anchors.indexOf(anchor) < at)).toEqual([]);
  });

  it('list every chapter at the top', () => {
    const [, ...chapters] = headings.filter(({ level }) => level === 2);
    expect(targets.slice(0, chapters.length)).toEqual(chapters.map(({ text }) => anchorOf(text)));
  });
});
