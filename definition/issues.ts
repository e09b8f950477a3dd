import { ISSUE_CODES, type IssueCode, type IssueType } from './issue-codes';

/** One problem of a definition, told so that its author can mend it. */
export interface Issue {
  type: IssueType;
  /** Stable: clients branch on it. */
  code: IssueCode;
  nodeId?: string;
  /** The title that people see on the node. */
  nodeName?: string;
  /** Dotted path below the node, such as `payload.timeoutMs`; below the definition when there is no node. */
  field?: string;
  message: string;
}

/** Where a problem is and what to do about it; the type comes from the code. */
export type Problem = Omit<Issue, 'type' | 'code'>;

/** Problems reported at most; one more says that there are others. */
export const MAX_ISSUES = 100;

/** Collects problems up to {@link MAX_ISSUES}. */
export class IssueList {
  private readonly found: Issue[] = [];
  private overflowed = false;

  /** True when another problem would not be kept, so that looking for it can stop. */
  get full(): boolean {
    return this.overflowed;
  }

  add(code: IssueCode, problem: Problem): void {
    if (this.found.length === MAX_ISSUES) this.overflowed = true;
    else this.found.push({ type: ISSUE_CODES[code].type, code, ...problem });
  }

  all(): Issue[] {
    if (!this.overflowed) return [...this.found];
    const message = `There are more than ${MAX_ISSUES} problems. Mend these first.`;
    const code = 'too_many_problems';
    return [...this.found, { type: ISSUE_CODES[code].type, code, message }];
  }
}
