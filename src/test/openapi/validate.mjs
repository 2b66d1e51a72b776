// Compiles every schema of a description with Ajv, and validates answers: lines of {"schema": name, "answer": value} on standard input.
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { parse } from "yaml";

const description = parse(readFileSync(process.argv[2], "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addFormat("int32", Number.isInteger).addFormat("int64", Number.isInteger);
ajv.addSchema(description, "api");

const validators = {};
for (const name of Object.keys(description.components.schemas)) {
  validators[name] = ajv.compile({ $ref: `api#/components/schemas/${name}` });
}
console.log(`schemas: ${Object.keys(validators).length}`);

const faults = [];
const lines = readFileSync(0, "utf8").split("\n").filter((line) => line);
for (const line of lines) {
  const { schema, answer } = JSON.parse(line);
  if (!validators[schema](answer)) {
    faults.push(`${schema}: ${ajv.errorsText(validators[schema].errors)}`);
  }
}
console.log(`answers: ${lines.length}`);
faults.forEach((fault) => console.log(fault));
process.exit(faults.length === 0 ? 0 : 1);
