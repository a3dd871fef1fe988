// The lab's page: what is changed is a list of keys and texts, as a scenario file writes them; controls are views of it.
"use strict";
const key = new URL(location).searchParams.get("key") || "";
const pageID = [...crypto.getRandomValues(new Uint8Array(12))].map(b => b.toString(16).padStart(2, "0")).join("");
const $ = id => document.getElementById(id);
const main = document.querySelector("main");
let about, words = {}, kept = [], compared = new Set();
let policy = { name: "", question: "", entries: new Map() };
let ask = null, seen = 0, timer = null, debounce = null, asking = 0;

const t = (name, ...parts) => parts.reduce((text, part, i) => text.replaceAll(`{${i + 1}}`, part), words[name] ?? name);
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};
const language = () => $("language").value;
const api = async (path, body) => {
  const sign = path.includes("?") ? "&" : "?";
  const response = await fetch(`${path}${sign}language=${language()}`, {
    method: body === undefined ? "GET" : "POST", cache: "no-store",
    headers: { "X-Kosh-Key": key, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
};
const toast = text => {
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { $("toast").hidden = true; }, 6000);
};
const complain = error => toast(error instanceof TypeError ? t("lab.error.away") : error.message.trim());

// What is changed.

const levers = () => about.controls.flatMap(field => field.levers);
/** What a policy is called, and asks, until somebody says it better. */
const madeQuestion = () => {
  const told = changes().slice(0, 3).map(row => `${row.label} – ${row.text.replace(/^x/, "×").replace(/^half$/, "×0.5")}`);
  return t("lab.question.made", told.join("; "));
};
const documentOf = p => ({ name: p.name || t("lab.untitled"), question: p.question || madeQuestion(), entries: [...p.entries] });
const isEmpty = () => policy.entries.size === 0;

/** The measure of the policy's own file into which a lever's changes go. */
const ownMeasure = lever => {
  if (lever.form !== "amended") return lever.measure;
  for (const [path, text] of policy.entries) {
    const found = path.match(/^measures\.([^.]+)\.amends$/);
    if (found && text === lever.kind) return found[1];
  }
  return lever.measure;
};
const ownPath = (lever, control) => `measures.${ownMeasure(lever)}.${control.key}`;
const written = (lever, control) => policy.entries.get(ownPath(lever, control));
const isOpen = lever => lever.form === "amended" || (lever.form === "own"
  ? policy.entries.get(`measures.${lever.measure}`) !== "none"
  : [...policy.entries.keys()].some(path => path.startsWith(`measures.${lever.measure}.`)));
const openLever = lever => {
  for (const [path, text] of lever.opening) {
    const own = path.replace(`measures.${lever.measure}.`, `measures.${ownMeasure(lever)}.`);
    if (!policy.entries.has(own)) policy.entries.set(own, text);
  }
};
const dropMeasure = name => {
  for (const path of [...policy.entries.keys()])
    if (path === `measures.${name}` || path.startsWith(`measures.${name}.`)) policy.entries.delete(path);
};
const set = (lever, control, text) => {
  if (text === null || text === control.text) {
    policy.entries.delete(ownPath(lever, control));
    if (lever.form === "amended") {
      const name = ownMeasure(lever), prefix = `measures.${name}.`;
      const rest = [...policy.entries.keys()].filter(path => path.startsWith(prefix) && !["amends", "from"].includes(path.slice(prefix.length)));
      if (!rest.length && control.key !== "from") dropMeasure(name);
      else if (control.key === "from") policy.entries.set(prefix + "from", control.text);
    } else if (lever.form === "added") openLever(lever);
  } else {
    if (lever.form === "own" && policy.entries.get(`measures.${lever.measure}`) === "none") policy.entries.delete(`measures.${lever.measure}`);
    openLever(lever);
    policy.entries.set(ownPath(lever, control), text);
  }
  changed();
};
const toggle = (lever, on) => {
  dropMeasure(lever.measure);
  if (lever.form === "own" && !on) policy.entries.set(`measures.${lever.measure}`, "none");
  if (lever.form === "added" && on) openLever(lever);
  changed();
  drawControls();
};

/** Everything changed, a line each, with what puts it back. */
const changes = () => {
  const rows = [], told = new Set();
  for (const lever of levers()) {
    const name = ownMeasure(lever), prefix = `measures.${name}.`;
    const whole = `measures.${name}`;
    if (policy.entries.get(whole) === "none") {
      rows.push({ path: whole, label: lever.title, text: t("lab.removed"), back: () => toggle(lever, true) });
      told.add(whole);
      continue;
    }
    const own = [...policy.entries].filter(([path]) => path.startsWith(prefix));
    if (!own.length) continue;
    own.forEach(([path]) => told.add(path));
    if (lever.form === "added") rows.push({ path: whole, label: lever.title, text: t("lab.introduced"), back: () => toggle(lever, false) });
    const amendsOnly = lever.form === "amended" && own.length === 2;
    for (const control of lever.keys) {
      const text = written(lever, control);
      if (text === undefined || (text === control.text && !amendsOnly)) continue;
      if (amendsOnly && control.key !== "from") continue;
      rows.push({
        path: ownPath(lever, control), label: `${lever.title}: ${control.label}`, text,
        back: () => { if (amendsOnly) dropMeasure(name); else set(lever, control, null); changed(); drawControls(); },
      });
    }
  }
  for (const [path, text] of policy.entries) {
    if (told.has(path) || /\.(amends|kind)$/.test(path)) continue;
    rows.push({ path, label: path, text, back: () => { policy.entries.delete(path); changed(); drawControls(); } });
  }
  return rows;
};

// Controls, each made from its key.

const number = (control, text) => {
  if (text == null) return control.value;
  const times = text === "half" ? 0.5 : Number((text.match(/^(?:[×x]\s*([\d.]+)|([\d.]+)\s*times)$/) || []).slice(1).find(Boolean) ?? NaN);
  if (!Number.isNaN(times)) return control.value == null ? null : times * control.value;
  const found = text.match(/^([-\d.eE]+)\s*(.*)$/);
  if (!found) return null;
  const unit = control.units.find(([symbol]) => symbol === found[2].replaceAll(" ", ""));
  return unit ? Number(found[1]) * unit[1] : null;
};
const tidy = value => String(Number(Number(value).toPrecision(10)));
/** A number as scenario files write it, whatever stands between its thousands. */
const plain = (control, text) => control.most === undefined ? text
  : text.replace(/(\d)[,\u00a0 ](?=\d{3}(?!\d))/g, "$1").replace(/(\d),(?=\d)/g, "$1.");
const typedText = (control, value) => {
  if (control.relative && control.value) {
    const times = value / control.value;
    return `×${tidy(Math.round(times * 1e4) / 1e4)}`;
  }
  if (control.type === "share") return `${tidy(value * 100)} %`;
  const unit = control.units[0]?.[0] ?? "";
  return unit ? `${tidy(value)} ${unit}` : tidy(value);
};
const controlOf = (lever, control) => {
  const box = make("div", { class: "control", "data-key": control.path });
  const id = `k-${control.path}`;
  const typed = make("input", {
    type: control.type.endsWith("date") ? "date" : "text", class: "typed", id, autocomplete: "off",
    onchange: () => { set(lever, control, plain(control, typed.value.trim()) || (control.type === "optional-date" ? "none" : null)); show(); },
  });
  const head = make("div", { class: "head" }, make("label", { for: id }, control.label));
  const parts = [head];
  let slider, choice, boxes = [];
  if (control.type === "flag" || control.type === "choice") {
    const options = control.type === "flag" ? [["true", t("lab.yes")], ["false", t("lab.no")]] : control.options;
    choice = make("select", { id, onchange: () => { set(lever, control, choice.value); show(); } },
      ...options.map(([value, text]) => make("option", { value }, text)));
    head.append(choice);
  } else if (control.type === "members") {
    boxes = control.options.map(([value, text]) => make("input", { type: "checkbox", value, "aria-label": text,
      onchange: () => {
        const chosen = boxes.filter(b => b.checked).map(b => b.value);
        const quoted = chosen.map(name => /^[A-Za-z][A-Za-z -]*$/.test(name) ? name : JSON.stringify(name));
        set(lever, control, chosen.length === boxes.length ? "all" : `[${quoted.join(", ")}]`);
        show();
      } }));
    parts.push(make("div", { class: "members" }, ...boxes.map((b, i) => make("label", {}, b, " ", control.options[i][1]))));
  } else {
    head.append(typed);
    if (control.most !== undefined) {
      slider = make("input", {
        type: "range", min: control.least, max: control.most, step: control.step, "aria-label": control.label,
        list: `${id}-tick`, oninput: () => {
          const value = Number(slider.value);
          const isBase = control.value != null && Math.abs(value - control.value) < control.step / 2;
          set(lever, control, isBase ? null : typedText(control, value));
          show(true);
        },
      });
      parts.push(slider);
      if (control.value != null) parts.push(make("datalist", { id: `${id}-tick` }, make("option", { value: control.value })));
    }
  }
  const note = make("small", {}, `${control.meaning} ${t("lab.baseline", control.shown)}`);
  const fault = make("small", { class: "fault", hidden: true });
  box.append(...parts, note, fault);
  const show = (isSliding = false) => {
    const text = written(lever, control);
    box.classList.toggle("is-changed", text !== undefined && text !== control.text);
    const current = text ?? control.text;
    if (choice) choice.value = current;
    for (const b of boxes) {
      const chosen = text === undefined ? control.chosen : text === "all" ? [] : text.slice(1, -1).split(",").map(n => n.trim().replace(/^"|"$/g, ""));
      const all = text === undefined ? !control.chosen?.length : text === "all";
      b.checked = all || chosen.includes(b.value);
    }
    if (!choice && !boxes.length) typed.value = control.type.endsWith("date") ? (current === "none" ? "" : current) : text ?? control.shown;
    const value = slider && number(control, text);
    if (slider && !isSliding && value != null) slider.value = value;
  };
  box.show = show;
  box.fault = sentence => { fault.textContent = sentence ?? ""; fault.hidden = !sentence; };
  box.paths = () => [control.path, ownPath(lever, control)];
  show();
  return box;
};
const drawControls = () => {
  const shut = new Set([...document.querySelectorAll("#controls details:not([open])")].map(d => d.dataset.measure));
  $("controls").replaceChildren(...about.controls.map(field => {
    const section = make("section", { "data-field": field.field }, make("h2", {}, field.title));
    for (const lever of field.levers) {
      const set = make("fieldset", { class: "lever" });
      const isOn = isOpen(lever);
      const details = make("details", { "data-measure": lever.measure, open: !shut.has(lever.measure) },
        make("summary", {}, lever.title), make("p", { class: "about" }, lever.meaning));
      if (lever.form !== "amended") {
        const box = make("input", { type: "checkbox", onchange: () => toggle(lever, box.checked) });
        box.checked = isOn;
        details.append(make("label", { "data-key": `measures.${lever.measure}` }, box, " ", t(lever.form === "own" ? "lab.held" : "lab.introduce")));
      }
      if (isOn) details.append(...lever.keys.map(control => controlOf(lever, control)));
      set.append(details);
      section.append(set);
    }
    return section;
  }));
  search();
};
const search = () => {
  const wanted = $("search").value.trim().toLowerCase();
  for (const section of document.querySelectorAll("#controls section")) {
    let any = false;
    for (const details of section.querySelectorAll("details")) {
      const own = [...details.querySelectorAll(".control")];
      const head = details.querySelector("summary").textContent + " " + details.querySelector(".about").textContent;
      const isHead = head.toLowerCase().includes(wanted);
      let found = isHead;
      for (const box of own) {
        const hit = !wanted || isHead || (box.textContent + " " + box.dataset.key).toLowerCase().includes(wanted);
        box.hidden = !hit;
        found ||= hit;
      }
      details.parentNode.hidden = !!wanted && !found;
      if (wanted && found) details.open = true;
      any ||= !wanted || found;
    }
    section.hidden = !any;
  }
};
const drawChanged = () => {
  const rows = changes();
  const items = rows.map(row => make("li", { "data-changed": row.path }, make("span", {}, row.label), make("span", { title: row.text }, row.text),
    make("button", { type: "button", onclick: row.back }, t("lab.put_back"))));
  $("changed").replaceChildren(make("b", {}, t("lab.your_policy")),
    ...(items.length ? [make("ul", {}, ...items), make("button", { type: "button", "data-action": "reset", onclick: reset }, t("lab.reset"))]
      : [make("p", {}, t("lab.nothing_changed"))]));
};
const drawTabs = () => {
  const tabs = kept.map(p => {
    const box = make("input", { type: "checkbox", title: t("lab.compare_it"), onchange: () => {
      if (box.checked) compared.add(p.name); else compared.delete(p.name);
      changed();
    } });
    box.checked = compared.has(p.name);
    return make("span", { "data-policy": p.name }, make("label", {}, box, " ", p.name),
      make("button", { type: "button", title: t("lab.work_on_it"), onclick: () => load(p) }, "✎"),
      make("button", { type: "button", title: t("lab.forget"), onclick: async () => {
        try { ({ kept } = await api("/api/forget", { name: p.name })); compared.delete(p.name); drawTabs(); changed(); } catch (error) { complain(error); }
      } }, "×"));
  });
  $("tabs").replaceChildren(make("span", { class: "own" }, "● ", policy.name || t("lab.your_policy")), ...tabs,
    make("button", { type: "button", "data-action": "keep", onclick: keep }, t("lab.keep")));
};

// Asking.

const changed = () => {
  drawChanged();
  clearTimeout(debounce);
  $("screen").classList.add("stale");
  debounce = setTimeout(begin, 160);
};
const others = () => kept.filter(p => compared.has(p.name));
const state = (name, values = {}) => {
  main.dataset.state = name;
  if (name === "idle") { main.dataset.worlds = "0"; main.dataset.digest = ""; }
  const { worlds = 0, of = 0, seconds = 0 } = values;
  $("progress").hidden = name !== "running";
  if (name === "running") { $("progress").max = of || 1; $("progress").value = worlds; }
  $("state-text").textContent = name === "running" ? t("lab.state.running", worlds, of) : name === "done" ? t("lab.state.done", worlds) : name === "failed" ? t("lab.state.failed") : t("lab.state.idle");
  $("left").textContent = name === "running" ? t("lab.state.left", seconds) : "";
};
const begin = async () => {
  const number = ++asking;
  clearTimeout(timer);
  ask = null;
  seen = 0;
  const policies = [...(isEmpty() ? [] : [documentOf(policy)]), ...others().map(p => ({ name: p.name, question: p.question, entries: p.entries }))];
  findings([]);
  if (!policies.length) {
    state("idle");
    $("screen").classList.remove("stale");
    $("screen").replaceChildren(make("h1", {}, about.base.question), make("p", { class: "lead" }, t("lab.welcome")));
    $("reproduce").hidden = true;
    return;
  }
  main.dataset.digest = "";
  main.dataset.worlds = "0";
  state("running", { of: about.base.replicates });
  try {
    const answer = await api("/api/ask", { page: pageID, policies });
    if (number !== asking) return;
    findings([...(answer.faults ?? []), ...(answer.warnings ?? [])]);
    if (answer.faults?.length) { state("idle"); $("state-text").textContent = t("lab.state.fault"); return; }
    ask = answer.ask;
    look(number);
  } catch (error) {
    if (number === asking) { state("idle"); complain(error); timer = setTimeout(begin, 3000); }
  }
};
const look = async number => {
  if (number !== asking || ask === null) return;
  let answer;
  try {
    answer = await api(`/api/look?ask=${ask}&seen=${seen}`);
  } catch (error) {
    if (number === asking) timer = setTimeout(begin, 2000);
    return;
  }
  if (number !== asking) return;
  if (answer.state === "gone") { begin(); return; }
  if (answer.screen) {
    $("screen").innerHTML = answer.screen;
    $("screen").classList.remove("stale");
    seen = answer.seen;
  }
  main.dataset.worlds = String(answer.worlds);
  main.dataset.digest = answer.digest ?? "";
  state(answer.state, answer);
  if (answer.failure) findings([{ sentence: answer.failure }]);
  $("reproduce").hidden = !answer.digest;
  $("digest-text").textContent = answer.digest ? t("lab.digest", answer.digest) : "";
  $("command").textContent = answer.command ?? "";
  if (answer.state === "running") timer = setTimeout(() => look(number), 250);
};
const findings = list => {
  for (const box of document.querySelectorAll(".control")) {
    const own = list.find(f => f.path && box.paths().includes(f.path));
    box.fault(own?.sentence);
  }
  $("findings").replaceChildren(...list.map(f => make("p", { class: f.warning ? "" : "fault" }, f.sentence)));
};

// In and out.

const load = p => {
  policy = { name: p.name, question: p.question, entries: new Map(p.entries) };
  $("name").value = policy.name;
  $("question").value = policy.question;
  $("dialog").close();
  drawControls();
  drawTabs();
  changed();
};
const reset = () => load({ name: "", question: "", entries: [] });
const withPolicy = action => async () => {
  if (isEmpty()) { toast(t("lab.error.nothing_changed")); return; }
  try { await action(); } catch (error) { complain(error); }
};
const refused = answer => { if (answer.faults?.length) { findings(answer.faults); toast(answer.faults[0].sentence); } return answer.faults?.length; };
const keep = withPolicy(async () => {
  if (!policy.name) policy.name = $("name").value = `${t("lab.policy")} ${kept.length + 1}`;
  const answer = await api("/api/keep", documentOf(policy));
  if (refused(answer)) return;
  kept = answer.kept;
  drawTabs();
  toast(t("lab.kept", policy.name));
});
const save = withPolicy(async () => {
  const answer = await api("/api/save", documentOf(policy));
  if (refused(answer)) return;
  const link = make("a", { href: URL.createObjectURL(new Blob([answer.text], { type: "text/yaml" })), download: answer.file });
  document.body.append(link);
  link.click();
  link.remove();
  toast(t("lab.saved", answer.path));
});
const linkOf = () => {
  const bytes = new TextEncoder().encode(JSON.stringify(documentOf(policy)));
  const text = btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const url = new URL(location);
  url.hash = `p=${text}`;
  return url.href;
};
const link = withPolicy(async () => {
  const url = linkOf();
  history.replaceState(null, "", url);
  try { await navigator.clipboard.writeText(url); toast(t("lab.link.copied")); } catch { toast(t("lab.link.shown")); }
});
const fromLink = () => {
  const text = location.hash.match(/^#p=([\w-]+)$/)?.[1];
  if (!text) return null;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), c => c.charCodeAt(0));
    const p = JSON.parse(new TextDecoder().decode(bytes));
    return { name: String(p.name), question: String(p.question), entries: p.entries.map(([path, value]) => [String(path), String(value)]) };
  } catch { toast(t("lab.error.link")); return null; }
};
const openFile = async file => {
  try {
    if (file.size > 200000) throw new Error(t("lab.error.large"));
    const answer = await api("/api/open", { text: await file.text() });
    if (!refused(answer)) load(answer.policy);
  } catch (error) { complain(error); }
};
const pageOf = brief => withPolicy(async () => {
  if (ask === null || !seen) { toast(t("lab.error.nothing_compared")); return; }
  const answer = await api("/api/page", { ask, brief });
  if (refused(answer)) return;
  toast(t("lab.saved", answer.path));
  window.open(`${answer.page}?key=${key}`, "_blank", "noopener");
});
const showDialog = (title, ...children) => {
  $("dialog-body").replaceChildren(make("h2", {}, title), ...children);
  $("dialog").showModal();
};
const gallery = () => showDialog(t("lab.gallery"), make("div", { class: "cards" },
  ...about.gallery.map(p => make("button", { type: "button", "data-scenario": p.name, onclick: () => load(p) }, make("b", {}, p.name), p.question))));
const folders = async () => {
  try {
    const { folders } = await api("/api/folders");
    showDialog(t("lab.folders"), folders.length
      ? make("ul", {}, ...folders.map(name => make("li", {}, make("a", { href: `/folder/${encodeURIComponent(name)}?key=${key}`, target: "_blank", rel: "noopener" }, name))))
      : make("p", {}, t("lab.folders.none")));
  } catch (error) { complain(error); }
};
const actions = { gallery, folders, open: () => $("file").click(), save, link, page: pageOf(false), brief: pageOf(true) };
for (const button of document.querySelectorAll("header [data-action]")) button.addEventListener("click", actions[button.dataset.action]);
$("file").addEventListener("change", () => { if ($("file").files[0]) openFile($("file").files[0]); $("file").value = ""; });
$("search").addEventListener("input", search);
for (const name of ["name", "question"]) $(name).addEventListener("change", () => { policy[name] = $(name).value.trim(); drawTabs(); changed(); });
$("language").addEventListener("change", () => {
  const url = new URL(isEmpty() ? location : linkOf());
  url.searchParams.set("language", language());
  location.href = url.href;
  if (url.hash) location.reload();
});
window.addEventListener("hashchange", () => { const p = fromLink(); if (p) load(p); });

(async () => {
  try {
    about = await api("/api/lab");
  } catch (error) { complain(error); return; }
  words = about.words;
  kept = about.kept;
  $("about").textContent = t("lab.about", about.base.name, about.base.scale, about.base.from, about.base.until, about.base.replicates);
  const p = fromLink();
  if (p) load(p); else { drawControls(); drawTabs(); drawChanged(); begin(); }
})();
