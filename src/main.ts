import 'reflect-metadata';
import { loadConfig } from './config/config';
import { runProcess } from './service/run-process';
import { startService } from './service/start-service';

/** The API, with a worker in the process unless told not to. */
void runProcess(() => startService(loadConfig(process.env)));
