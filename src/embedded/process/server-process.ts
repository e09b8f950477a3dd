import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ProcessRef } from './process-table';
import type { ServerName, ServerRecord } from './server-record';
import { sendSignal, stopProcess, type StopStep } from './stop-process';

export interface ServerCommand {
  name: ServerName;
  file: string;
  args: readonly string[];
  logFile: string;
  stopSteps: readonly StopStep[];
  /** The user to run as, when that is not the one of this process. */
  uid?: number;
  gid?: number;
}

const TAIL_LINES = 15;

/** A server running beside this process, recorded in the data directory while it does. */
export class ServerProcess {
  /** Resolves with how it ended, and never rejects. */
  readonly ended: Promise<string>;
  private readonly child: ChildProcess;
  private readonly ref: ProcessRef | undefined;
  private hasEnded = false;
  private readonly killWithOwner = () => {
    if (!this.hasEnded && this.child.pid !== undefined)
      sendSignal(this.child.pid, this.firstSignal);
  };

  constructor(
    private readonly command: ServerCommand,
    private readonly record: ServerRecord,
  ) {
    this.child = spawnInBackground(command);
    this.ended = new Promise((resolve) => {
      this.child.once('error', (error) => {
        resolve(`could not be run: ${error.message}`);
      });
      this.child.once('exit', (code, signal) => {
        resolve(signal ? `was ended by ${signal}` : `ended with code ${code ?? '?'}`);
      });
    }).then((how) => {
      this.hasEnded = true;
      process.off('exit', this.killWithOwner);
      return String(how);
    });
    this.ref = this.child.pid === undefined ? undefined : record.add(command.name, this.child.pid);
    process.once('exit', this.killWithOwner);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get logFile(): string {
    return this.command.logFile;
  }

  isRunning(): boolean {
    return !this.hasEnded;
  }

  /** The end of its log, for a message about why it failed. */
  logTail(): string {
    if (!existsSync(this.command.logFile)) return '';
    const lines = readFileSync(this.command.logFile, 'utf8').trimEnd().split('\n');
    return lines.slice(-TAIL_LINES).join('\n');
  }

  async stop(): Promise<void> {
    if (this.ref) await stopProcess(this.ref, this.command.stopSteps);
    await this.ended;
    this.record.remove(this.command.name);
  }

  private get firstSignal(): NodeJS.Signals {
    return this.command.stopSteps[0]?.signal ?? 'SIGTERM';
  }
}

function spawnInBackground(command: ServerCommand): ChildProcess {
  mkdirSync(dirname(command.logFile), { recursive: true, mode: 0o700 });
  if (existsSync(command.logFile)) renameSync(command.logFile, `${command.logFile}.old`);
  // A file and no pipe: a server whose owner was killed must not die of, or block on, its next line.
  const log = openSync(command.logFile, 'a', 0o600);
  try {
    return spawn(command.file, command.args, {
      // Its own process group, or Ctrl-C would end it before the API has closed what it has open.
      detached: true,
      stdio: ['ignore', log, log],
      // The user it runs as may not be let into the folder that this process was started in.
      cwd: '/',
      env: serverEnvironment(),
      ...(command.uid !== undefined && { uid: command.uid }),
      ...(command.gid !== undefined && { gid: command.gid }),
    });
  } finally {
    closeSync(log);
  }
}

/** Nothing of ours: the environment of a server may hold keys, and PG* or TEMPORAL_* would steer it. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, LC_ALL: 'C', TZ: 'UTC' };
}
