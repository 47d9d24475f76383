// Clients of other makers speak to the server: node exchange.mjs <FHIR base> <MLLP port> <message file>...
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Client as KitClient } from 'fhir-kit-client';
import { Client as Hl7Client, Message } from 'node-hl7-client';

const require = createRequire(import.meta.url);

const smart = require('fhirclient');
const [base, mllpPort, ...files] = process.argv.slice(2);

// Each message of the fixtures, one after the other over one connection; each must be accepted.
async function hl7() {
  const client = new Hl7Client({ host: '127.0.0.1' });
  for (const file of files) {
    await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${file}`)), 30000);
      const connection = client.createConnection({ port: Number(mllpPort) }, async response => {
        try {
          const msa = response.getMessage().get('MSA.1').toString();
          assert.equal(msa, 'AA', `${file}: ${response.getMessage().toString()}`);
          clearTimeout(timer);
          await connection.close();
          resolve();
        } catch (failure) {
          reject(failure);
        }
      });
      const text = readFileSync(file, 'utf8').trim().replace(/\n/g, '\r');
      connection.sendMessage(new Message({ text })).catch(reject);
    });
  }
  console.log(`node-hl7-client: ${files.length} messages accepted`);
}

async function kit() {
  const client = new KitClient({ baseUrl: base });
  const family = `Kit${Date.now()}`;
  const capabilities = await client.capabilityStatement();
  assert.equal(capabilities.fhirVersion, '4.0.1');
  const created = [];
  for (let i = 0; i < 5; i++) {
    const body = { resourceType: 'Patient', name: [{ family }] };
    created.push(await client.create({ resourceType: 'Patient', body }));
  }
  const [first] = created;
  const read = await client.read({ resourceType: 'Patient', id: first.id });
  await client.update({ resourceType: 'Patient', id: first.id, body: { ...read, gender: 'other' } });
  await client.patch({
    resourceType: 'Patient',
    id: first.id,
    jsonPatch: [{ op: 'add', path: '/active', value: true }],
    options: { headers: { 'Content-Type': 'application/json-patch+json' } }
  });
  assert.equal((await client.vread({ resourceType: 'Patient', id: first.id, version: '2' })).gender, 'other');
  assert.equal((await client.history({ resourceType: 'Patient', id: first.id })).entry.length, 3);
  const ids = new Set();
  let page = await client.search({ resourceType: 'Patient', searchParams: { family, _count: 2 } });
  while (page) {
    for (const entry of page.entry ?? []) ids.add(entry.resource.id);
    page = page.link.some(link => link.relation === 'next') ? await client.nextPage({ bundle: page }) : undefined;
  }
  assert.equal(ids.size, 5);
  for (const { id } of created) await client.delete({ resourceType: 'Patient', id });
  await assert.rejects(client.read({ resourceType: 'Patient', id: first.id }), failure => failure.response.status === 410);
  console.log('fhir-kit-client: create, read, update, patch, vread, history, search, paging, delete');
}

async function smartOnFhir() {
  const client = smart({ headers: {}, url: '/' }, {}, { get() {}, set() {}, unset() {} }).client({ serverUrl: base });
  const family = `Smart${Date.now()}`;
  const created = [];
  for (let i = 0; i < 5; i++) {
    created.push(await client.create({ resourceType: 'Patient', name: [{ family }] }));
  }
  const [first] = created;
  const updated = await client.update({ ...first, gender: 'female' });
  assert.equal(updated.meta.versionId, '2');
  assert.equal((await client.request(`Patient/${first.id}`)).gender, 'female');
  const all = await client.request(`Patient?family=${family}&_count=2`, { pageLimit: 0, flat: true });
  assert.equal(all.length, 5);
  for (const { id } of created) await client.delete(`Patient/${id}`);
  await assert.rejects(client.request(`Patient/${first.id}`), /410|Gone|deleted/i);
  console.log('fhirclient: create, update, read, search, paging, delete');
}

await hl7();
await kit();
await smartOnFhir();
process.exit(0);
