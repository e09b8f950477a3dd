import 'reflect-metadata';
import { loadConfig } from './config/config';
import { runProcess } from './service/run-process';
import { startWorkerAlone } from './service/start-worker';

/** A worker without the API: `npm run worker`. */
void runProcess(() => startWorkerAlone(loadConfig(process.env)));
