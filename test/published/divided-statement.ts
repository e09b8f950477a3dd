import {
  closingOf,
  partsOf,
  plainText,
  type Scopes,
  scopesOf,
  type Source,
  sourcesOf,
} from './statement-text';

/** What a statement says of organizations. */
export interface Division {
  /** Tables of organizations of which it does not say whose rows it means. */
  undivided: string[];
  /** Numbers of the parameters that say it. */
  parameters: number[];
}

/** `organization_id` with or without a table before it. */
const COLUMN = String.raw`(?:\b(\w+)\.|(?<![.\w]))organization_id\b`;
const PARAMETER = String.raw`(?:any ?\( ?)?\(*\$(\d+)`;

/** The rows of a table are divided when its organization is a parameter or that of a source that is divided. */
export function divisionOf(statement: string, tables: ReadonlySet<string>): Division {
  return new Statement(plainText(statement), tables).division();
}

class Statement {
  private readonly scopes: Scopes;
  private readonly sources: Source[];
  private readonly bound = new Set<Source>();
  private readonly links: [Source, Source][] = [];
  private readonly parameters = new Set<number>();

  constructor(
    private readonly text: string,
    private readonly tables: ReadonlySet<string>,
  ) {
    this.scopes = scopesOf(text);
    this.sources = sourcesOf(text, this.scopes);
  }

  division(): Division {
    // What a subquery or a function gives is as divided as what it is made of.
    for (const source of this.sources) if (!this.isOfUs(source)) this.bound.add(source);
    this.findParameters();
    this.findLinks();
    this.follow();
    this.findInserts();
    this.follow();
    const undivided = this.sources.filter(
      (source) => this.tables.has(source.name) && !this.bound.has(source),
    );
    return {
      undivided: [...new Set(undivided.map(({ name }) => name))],
      parameters: [...this.parameters],
    };
  }

  private isOfUs({ name }: Source): boolean {
    return this.tables.has(name) || name === 'organizations';
  }

  private findParameters(): void {
    this.each(`${COLUMN} ?(?:=|in|is not distinct from) ?${PARAMETER}`, ([, alias, number], at) => {
      this.bind(this.named(alias, at), number);
    });
    this.each(`\\$(\\d+)(?:::\\w+)? ?= ?${COLUMN}`, ([, number, alias], at) => {
      this.bind(this.named(alias, at), number);
    });
    // Rows that are compared name it first.
    this.each(
      `\\( ?${COLUMN} ?,[^)]*\\) ?(?:=|in) ?\\(+ ?(?:\\$(\\d+)|select)`,
      ([, alias, number], at) => {
        this.bind(this.named(alias, at), number);
      },
    );
    this.each(
      String.raw`(?:\b(\w+)\.|(?<![.\w]))id ?(?:=|in) ?${PARAMETER}`,
      ([, alias, number], at) => {
        const named =
          alias === undefined ? this.inScope(at, 'organizations') : this.named(alias, at);
        this.bind(
          named.filter(({ name }) => name === 'organizations'),
          number,
        );
      },
    );
  }

  private findLinks(): void {
    const key = String.raw`(?:\b(\w+)\.|(?<![.\w]))(organization_id|id)\b`;
    this.each(`${key} ?(?:=|is not distinct from) ?${key}`, ([, one, a, other, b], at) => {
      if (a !== 'organization_id' && b !== 'organization_id') return;
      for (const left of this.keyed(one, a, at)) {
        for (const right of this.keyed(other, b, at)) this.links.push([left, right]);
      }
    });
    this.each(String.raw`using \(([^)]*\borganization_id\b[^)]*)\)`, (_, at) => {
      const [first, ...rest] = this.inScope(at);
      if (first !== undefined) for (const one of rest) this.links.push([first, one]);
    });
  }

  /** The organization of what is written is a parameter, or that of what it is made of. */
  private findInserts(): void {
    this.each(
      String.raw`\binto (\w+)(?: as \w+)? ?\(([^)]*)\)`,
      ([found = '', name, columns = ''], at) => {
        const place = partsOf(columns).indexOf('organization_id');
        const target = this.inScope(at).find((one) => one.verb === 'into' && one.name === name);
        if (target === undefined || place < 0) return;
        const given = this.givenAfter(at + found.length, place);
        if (given.length > 0 && given.every((one) => this.isDivided(one, at)))
          this.bound.add(target);
      },
    );
  }

  /** What is written in the column at a place, of each row. */
  private givenAfter(start: number, place: number): string[] {
    const rest = this.text.slice(start).trimStart();
    const from = this.text.length - rest.length;
    if (rest.startsWith('select ')) {
      const list = rest.slice('select '.length).replace(/^distinct (?:on \([^)]*\) )?/, '');
      return [partsOf(untilFrom(list))[place] ?? ''];
    }
    if (!rest.startsWith('values')) return [];
    const rows: string[] = [];
    for (let at = this.text.indexOf('(', from); at >= 0;) {
      const end = closingOf(this.text, at);
      rows.push(partsOf(this.text.slice(at + 1, end))[place] ?? '');
      at = /^ ?, ?\(/.test(this.text.slice(end + 1)) ? this.text.indexOf('(', end) : -1;
    }
    return rows;
  }

  private isDivided(expression: string, at: number): boolean {
    const [, number] = /^\$(\d+)(?:::\w+)?$/.exec(expression) ?? [];
    if (number !== undefined) this.parameters.add(Number(number));
    if (number !== undefined) return true;
    const [, alias, column] = /^(?:(\w+)\.)?(\w+)(?: as \w+)?$/.exec(expression) ?? [];
    if (column !== 'organization_id' && column !== 'id') return false;
    const sources = alias === undefined ? this.inScope(at) : this.named(alias, at);
    return sources.some((one) => one.verb !== 'into' && this.bound.has(one));
  }

  private follow(): void {
    for (let size = -1; size !== this.bound.size;) {
      size = this.bound.size;
      for (const [one, other] of this.links) {
        if (this.bound.has(one)) this.bound.add(other);
        else if (this.bound.has(other)) this.bound.add(one);
      }
    }
  }

  private bind(sources: readonly Source[], parameter: string | undefined): void {
    for (const source of sources) this.bound.add(source);
    if (sources.length > 0 && parameter !== undefined) this.parameters.add(Number(parameter));
  }

  /** Of a table of ours only its key of the organization. */
  private keyed(alias: string | undefined, column: string | undefined, at: number): Source[] {
    const named = this.named(alias, at);
    return column === 'id' ? named.filter(({ name }) => !this.tables.has(name)) : named;
  }

  /** What a name before a column means at a position; without one, the tables of the nearest scope that has any. */
  private named(alias: string | undefined, at: number): Source[] {
    for (
      let scope: number | undefined = this.scopes.at(at);
      scope !== undefined;
      scope = this.scopes.parentOf(scope)
    ) {
      const here = this.sources.filter((one) => one.scope === scope);
      const found =
        alias === undefined
          ? here.filter((one) => one.verb !== 'into' && one.name !== 'organizations')
          : here.filter((one) => one.alias === alias);
      if (found.length > 0) return found;
    }
    return [];
  }

  private inScope(at: number, name?: string): Source[] {
    const scope = this.scopes.at(at);
    return this.sources.filter(
      (one) => one.scope === scope && (name === undefined || one.name === name),
    );
  }

  /** Not what only chooses a value or what is counted. */
  private each(pattern: string, found: (match: (string | undefined)[], at: number) => void): void {
    for (const match of this.text.matchAll(new RegExp(pattern, 'g'))) {
      if (!/(?:\bwhen |\bfilter \(where )$/.test(this.text.slice(0, match.index))) {
        found(match, match.index);
      }
    }
  }
}

/** The list of a SELECT. */
function untilFrom(text: string): string {
  for (const { index } of text.matchAll(/ from /g)) {
    const before = text.slice(0, index);
    if (before.split('(').length === before.split(')').length) return before;
  }
  return text;
}
