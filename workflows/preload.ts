/*
 * Loaded once in each workflow thread, before any workflow, and then frozen and shared by all of them: a run
 * starts sooner and keeps less memory. What is imported here may hold no state of its own.
 */
import './index';

// The SDK takes a stack trace of every promise that a workflow makes, which costs more than our own code
// with the usual ten frames. Three still name the place of an error.
Object.assign(Error, { stackTraceLimit: 3 });
