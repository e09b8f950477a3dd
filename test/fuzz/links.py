"""Gives the operations that links lead through what they succeed with; what is made up rarely would."""

import json
import os
import uuid

import schemathesis

BODIES = json.loads(os.environ["WEFT_FUZZ_BODIES"])
ORGANIZATION = os.environ["WEFT_FUZZ_ORGANIZATION"]


@schemathesis.hook
def before_call(context, case, kwargs):
    if case.path_parameters and "orgId" in case.path_parameters:
        case.path_parameters["orgId"] = ORGANIZATION
    body = BODIES.get(case.operation.definition.raw.get("operationId"))
    if body is not None:
        text = json.dumps(body).replace("{unique}", str(uuid.uuid4()))
        case.body = json.loads(text)
        case.media_type = "application/json"
