"use strict";

// Editing, on a page that comes from the server of `kreislese review`. Every act goes there, is
// checked and saved there, and comes back as the parts of the page that are different now.
{
  const $ = (id) => document.getElementById(id);
  const [editor, fields, note, problem] = ["editor", "editor-fields", "editor-note", "editor-problem"].map($);
  const LABELS = {
    name: "Name", role: "Role", organisation: "Organisation", unit: "Unit", address: "Address",
    phone: "Phone", mail: "E-mail", website: "Website",
  };
  // how a field that a contact can be given is called in the record, and whether it is a list
  const FIELDS = {
    name: ["name", false], role: ["roles", true], organisation: ["organisation", false], unit: ["units", true],
    address: ["address", false], phone: ["phones", true], mail: ["emails", true], website: ["websites", true],
  };
  const HINTS = {
    phone: "As printed, with its area code; Fax in front makes it a fax number.",
    address: "Street and number, post code and town; or the parts below.",
    name: "With academic titles; or the parts below.",
  };
  const PARTS = {
    name: [["title", "Title"], ["given", "Given name"], ["family", "Family name"]],
    address: [["street", "Street"], ["house_number", "House number"], ["postal_code", "Post code"], ["city", "Town"]],
  };

  const say = (words) => {
    $("said").textContent = words;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => { $("said").textContent = ""; }, 4000);
  };

  // Sending acts, and showing what comes back

  const put = (parts) => {
    for (const [id, html] of Object.entries(parts)) {
      const template = document.createElement("template");
      template.innerHTML = html; // made by our own templates, which escape what the brochure says
      $(id)?.replaceWith(template.content);
    }
    document.dispatchEvent(new CustomEvent("kreislese:changed"));
  };
  let busy = false;
  const send = async (acts) => {
    if (busy) return "Wait for the last change to be saved.";
    busy = true;
    try {
      const response = await fetch("acts", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ version: document.body.dataset.version, acts }),
      });
      if (!response.headers.get("content-type")?.startsWith("application/json")) return `The server refused this (${response.status}).`;
      const answer = await response.json();
      if (answer.reload) { location.reload(); return null; }
      if (answer.version) document.body.dataset.version = answer.version;
      if (answer.parts) put(answer.parts);
      return answer.problem;
    } catch {
      return "The server does not answer. Is `kreislese review` still running?";
    } finally {
      busy = false;
    }
  };
  const back = (path) => {
    for (let at = path; at; at = at.slice(0, at.lastIndexOf("/"))) {
      const row = $(`r${at}`);
      const link = row?.querySelector("a.go");
      if (row?.isConnected && link) { link.focus({ preventScroll: true }); row.scrollIntoView({ block: "nearest" }); return; }
    }
  };
  const act = async (deed, path, done) => {
    const wrong = await send([deed]);
    say(wrong ?? done);
    if (wrong === undefined || wrong === null) back(path);
  };

  // The dialog

  const field = (name, label, value = "", { hint = "", options = null, area = false } = {}) => {
    const wrapper = document.createElement("label");
    wrapper.className = "field";
    const title = document.createElement("span");
    title.textContent = label;
    const input = document.createElement(options ? "select" : area ? "textarea" : "input");
    for (const option of options ?? []) input.append(new Option(option, option));
    input.name = name;
    input.lang = "de";
    input.value = value;
    input.dataset.before = value;
    if (area) input.rows = 5;
    wrapper.append(title, input);
    if (hint) {
      const small = document.createElement("small");
      small.textContent = hint;
      wrapper.append(small);
    }
    return wrapper;
  };
  const partsOf = (kind) => {
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = "In parts";
    details.append(summary, ...PARTS[kind].map(([name, label]) => field(name, label)));
    return details;
  };
  const input = (name) => fields.querySelector(`[name="${name}"]`);
  const isNew = (name) => input(name).value.trim() !== input(name).dataset.before;
  const given = (kind) => {
    const parts = (PARTS[kind] ?? []).map(([name]) => [name, input(name).value.trim()]).filter(([, value]) => value);
    return parts.length ? Object.fromEntries(parts) : input("line").value.trim();
  };
  let acts = () => [], removal = null, at = "";
  const open = (title, path, nodes, make, remove = null) => {
    $("editor-title").textContent = title;
    fields.replaceChildren(...nodes);
    note.value = "";
    problem.textContent = "";
    [acts, removal, at] = [make, remove, path];
    $("editor-remove").hidden = !remove;
    editor.showModal();
    fields.querySelector("input, textarea, select").focus();
  };
  const withNote = (deeds) => deeds.map((deed) => ({ ...deed, note: note.value.trim() || null }));
  const finish = async (deeds) => {
    if (!deeds.length) { editor.close(); return; }
    const wrong = await send(withNote(deeds));
    if (wrong) {
      problem.textContent = wrong;
      const details = fields.querySelector("details");
      if (details && wrong.includes("parts")) details.open = true;
      return;
    }
    editor.close();
    say("Saved.");
    back(at);
  };

  const change = (path, value) => ({ act: "change", path, given: value });
  const lineOf = (kind, value) => field("line", LABELS[kind], value, { hint: HINTS[kind] });

  const edit = ({ path, of: kind, line }, button) => {
    const remove = { act: "remove", path };
    if (kind === "partner") {
      const row = button.closest(".row");
      const nodes = [
        field("name", "Name", line),
        field("kind", "Kind", row.dataset.partner, { options: ["organisation", "person", "group"] }),
        field("role", "Role", row.dataset.role),
      ];
      open("Partner", path, nodes, () => ["name", "kind", "role"].filter(isNew).map((name) => (
        input(name).value.trim() ? change(`${path}/${name}`, input(name).value.trim()) : { act: "remove", path: `${path}/${name}` })), remove);
    } else if (kind === "quote") {
      open("Quote", path, [field("text", "Text", line, { area: true })], () => (isNew("text") ? [change(`${path}/text`, input("text").value.trim())] : []), remove);
    } else {
      const nodes = [lineOf(kind, line), ...(PARTS[kind] && !path.includes("/speaker/") ? [partsOf(kind)] : [])];
      open(LABELS[kind], path, nodes, () => (typeof given(kind) === "object" || isNew("line") ? [change(path, given(kind))] : []), remove);
    }
  };
  const addTo = ({ path, of: kind }) => {
    if (kind === "field") {
      const choice = field("field", "What", "phone", { options: Object.keys(FIELDS) });
      const options = [...choice.querySelector("select").options];
      for (const option of options) option.textContent = LABELS[option.value];
      for (const option of options) if (!FIELDS[option.value][1] && $(`r${path}/${FIELDS[option.value][0]}`)) option.disabled = true;
      open("Add to this contact", path, [choice, field("line", "Value", "", { hint: HINTS.phone })], () => {
        const [name, many] = FIELDS[input("field").value];
        return [{ act: many ? "add" : "change", path: `${path}/${name}`, given: input("line").value.trim() }];
      });
    } else if (kind === "partner") {
      const nodes = [field("name", "Name"), field("kind", "Kind", "organisation", { options: ["organisation", "person", "group"] }), field("role", "Role")];
      open("Add a partner", path, nodes, () => [{ act: "add", path, given: filled({ name: input("name").value, kind: input("kind").value, role: input("role").value }) }]);
    } else if (kind === "quote") {
      const nodes = [field("text", "Text", "", { area: true }), field("speaker", "Speaker")];
      open("Add a quote", path, nodes, () => [{ act: "add", path, given: filled({ text: input("text").value, speaker: input("speaker").value }) }]);
    } else {
      const nodes = Object.entries(FIELDS).map(([name]) => field(name, LABELS[name]));
      open("Add a contact", path, nodes, () => [{ act: "add", path, given: filled(Object.fromEntries(
        Object.entries(FIELDS).map(([name, [key, many]]) => [key, many && input(name).value.trim() ? [input(name).value.trim()] : many ? "" : input(name).value]))) }]);
    }
  };
  const filled = (table) => Object.fromEntries(Object.entries(table)
    .map(([name, value]) => [name, typeof value === "string" ? value.trim() : value]).filter(([, value]) => value.length));
  const acceptFinding = ({ path }, button) => {
    const text = document.createElement("p");
    text.textContent = button.closest(".finding").querySelector(".message").textContent;
    open("Accept this finding", "", [text, hiddenField()], () => [{ act: "accept", path }]);
    note.focus();
  };
  const hiddenField = () => {
    const input = document.createElement("input");
    input.type = "hidden";
    return input;
  };

  const DEEDS = {
    edit,
    add: addTo,
    accept: acceptFinding,
    remove: ({ path }) => act({ act: "remove", path, note: null }, path, "Removed. Undo stands where it was."),
    undo: ({ path }, button) => act({ act: "undo", path }, button.closest("[id^='r/']")?.id.slice(1) ?? "", "Taken back."),
    reopen: ({ path }) => act({ act: "reopen", path }, "", "Open again."),
    check: ({ path }) => act({ act: "check", path, note: null }, path, "Marked as checked."),
    uncheck: ({ path }) => act({ act: "uncheck", path }, path, "No longer marked as checked."),
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-act]");
    if (button) DEEDS[button.dataset.act](button.dataset, button);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "e" || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.matches("input, textarea, select") || !$("keys-on").checked) return;
    const row = document.activeElement?.closest(".row") ?? document.querySelector(".row.here");
    const button = row?.querySelector('button[data-act="edit"]');
    if (button) { event.preventDefault(); button.click(); }
  });
  $("editor-form").addEventListener("submit", (event) => { event.preventDefault(); finish(acts()); });
  $("editor-remove").addEventListener("click", () => finish([removal]));
  $("editor-cancel").addEventListener("click", () => editor.close());
}
