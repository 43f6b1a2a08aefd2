// Actors and the ties between them on a day that a slider moves.
(() => {
const { d3, graphology, Sigma, khaldun } = globalThis;
const COLOURS = {
  backs: "--quad-2", allied_with: "--relation", opposes: "--quad-4", leads: "--forecast",
  mediates: "--who", liaises_with: "--who",
};
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const colour = (type) => COLOURS[type] ?? "--faint";
const said = (type) => type.replaceAll("_", " ");
const time = (text) => (text ? Date.parse(text) : null);
const DAY = 86_400_000, LETTER = 7.6, LINE = 24, MOST_APART = 200;
const { data } = khaldun;
const box = document.getElementById("drawing");
const slider = document.getElementById("day");
const names = new Map(data.nodes);
const hidden = new Set();

function laidOut() {
  const used = new Set(data.edges.flatMap((e) => [e.source, e.target]));
  const nodes = data.nodes.filter(([id]) => used.has(id)).map(([id, name]) => ({ id, name }));
  const links = data.edges.map((e) => ({ source: e.source, target: e.target }));
  d3.forceSimulation(nodes)
    .force("link", d3.forceLink(links).id((n) => n.id).distance(60))
    .force("charge", d3.forceManyBody().strength(-120))
    .force("x", d3.forceX()).force("y", d3.forceY())
    .stop().tick(200);
  if (roomy(nodes.length)) apart(nodes);
  return nodes;
}

// Whether every name can be shown; elsewhere the drawing leaves out those that overlap.
const roomy = (number) => number <= MOST_APART && box.clientWidth >= 700;

// Spread over the box and pushed apart until no name lies over another.
function apart(nodes) {
  for (const [axis, size] of [["x", box.clientWidth - 220], ["y", box.clientHeight - 60]]) {
    const scale = d3.scaleLinear(d3.extent(nodes, (n) => n[axis]), [0, size]);
    for (const node of nodes) node[axis] = scale(node[axis]);
  }
  for (let pass = 0; pass < 120; pass++) {
    for (const [i, one] of nodes.entries()) {
      for (const other of nodes.slice(i + 1)) push(one, other);
    }
  }
}

function push(one, other) {
  const [left, right] = one.x <= other.x ? [one, other] : [other, one];
  const [above, below] = one.y <= other.y ? [one, other] : [other, one];
  const over = left.x + left.name.length * LETTER + 24 - right.x;
  const under = LINE - (below.y - above.y);
  if (over <= 0 || under <= 0) return;
  const [axis, low, high, by] = under <= over ? ["y", above, below, under] : ["x", left, right, over];
  low[axis] -= by / 2;
  high[axis] += by / 2;
}

function graphOf() {
  const graph = new graphology.MultiDirectedGraph();
  for (const node of laidOut()) {
    graph.addNode(node.id, { label: node.name, x: node.x, y: -node.y, color: css("--faint") });
  }
  for (const edge of data.edges) {
    graph.addDirectedEdgeWithKey(edge.id, edge.source, edge.target, {
      label: said(edge.type), size: 2, type: "arrow", tie: edge, color: css(colour(edge.type)),
    });
  }
  for (const id of graph.nodes()) {
    graph.setNodeAttribute(id, "size", 4 + Math.min(Math.sqrt(graph.degree(id)), 6));
  }
  return graph;
}

// What must be seen: each node with its name behind it.
function bounds(graph) {
  const nodes = graph.mapNodes((_, { x, y, label }) => ({ x, y, to: x + label.length * LETTER }));
  return {
    x: [d3.min(nodes, (n) => n.x), d3.max(nodes, (n) => (roomy(graph.order) ? n.to : n.x))],
    y: d3.extent(nodes, (n) => n.y),
  };
}

function holds(edge, on) {
  const began = time(edge.began), ended = time(edge.ended);
  return !hidden.has(edge.type) && (began === null || began <= on) && (ended === null || ended >= on);
}

const words = (edge) => `${names.get(edge.source)} ${said(edge.type)} ${names.get(edge.target)}`;

function days({ began, ended }) {
  if (!began && !ended) return "no day known";
  return ended ? `${began ?? "?"} to ${ended}` : `since ${began}`;
}

// A tie with the sentences that say so.
function shown(edge) {
  const list = document.createElement("ul");
  for (const [statement, quote, source] of edge.evidence) {
    const item = document.createElement("li");
    item.append(khaldun.link(`/at/${encodeURIComponent(statement)}`, `“${quote}”`), ` ${source}`);
    item.dir = "auto";
    list.append(item);
  }
  document.getElementById("picked").replaceChildren(
    khaldun.element("h2", `${words(edge)} (${days(edge)})`), list);
}

// The ties of the day as a list, for who does not point.
function listed(on) {
  const list = document.getElementById("ties");
  list.replaceChildren(...data.edges.filter((edge) => holds(edge, on)).map((edge) => {
    const button = khaldun.element("button", `${words(edge)}, ${days(edge)}`);
    button.type = "button";
    button.addEventListener("click", () => shown(edge));
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
  document.getElementById("ties-told").textContent = `Ties on this day (${list.children.length})`;
}

// A box for each kind of tie: its colour, and whether it is shown.
function legend(move) {
  const line = khaldun.element("p", "", "legend");
  for (const type of [...new Set(data.edges.map((edge) => edge.type))].sort()) {
    const label = khaldun.element("label", "", "swatch");
    label.style.setProperty("--swatch", `var(${colour(type)})`);
    const check = document.createElement("input");
    check.type = "checkbox";
    check.checked = true;
    check.addEventListener("change", () => {
      if (check.checked) hidden.delete(type);
      else hidden.add(type);
      move();
    });
    label.append(check, said(type));
    line.append(label);
  }
  box.before(line);
}

function draw() {
  const graph = graphOf();
  const known = data.edges.flatMap((e) => [time(e.began), time(e.ended)]).filter((t) => t !== null);
  slider.min = known.length ? Math.min(...known) / DAY : 0;
  slider.max = known.length ? Math.max(...known) / DAY : 0;
  slider.value = slider.max;
  let pointed = null;
  const sigma = new Sigma(graph, box, {
    enableEdgeEvents: true, renderEdgeLabels: true, labelColor: { color: css("--ink") },
    labelDensity: roomy(graph.order) ? 50 : 1, labelGridCellSize: 100,
    labelRenderedSizeThreshold: roomy(graph.order) ? 0 : 4,
    edgeLabelColor: { attribute: "color" }, stagePadding: 24, defaultDrawNodeHover: hover,
    edgeReducer: (key, edge) => ({ ...edge, label: key === pointed ? edge.label : null }),
  });
  sigma.setCustomBBox(bounds(graph));
  const point = (key) => {
    pointed = key;
    sigma.refresh();
  };
  const move = () => {
    const on = Number(slider.value) * DAY;
    document.getElementById("shown").textContent = new Date(on).toISOString().slice(0, 10);
    graph.forEachEdge((key, { tie }) => graph.setEdgeAttribute(key, "hidden", !holds(tie, on)));
    graph.forEachNode((key) => graph.setNodeAttribute(key, "hidden",
      graph.everyEdge(key, (_, attributes) => attributes.hidden)));
    listed(on);
  };
  slider.addEventListener("input", move);
  legend(move);
  move();
  sigma.on("enterEdge", ({ edge }) => point(edge));
  sigma.on("leaveEdge", () => point(null));
  sigma.on("clickEdge", ({ edge }) => shown(graph.getEdgeAttribute(edge, "tie")));
  sigma.on("clickNode", ({ node }) => {
    const where = khaldun.address(`/actors/${encodeURIComponent(node)}`);
    if (where) location.assign(where);
  });
}

// The name of what is pointed at, on the paper of the page and not on white.
function hover(context, node, settings) {
  context.font = `600 ${settings.labelSize}px ${settings.labelFont}`;
  context.fillStyle = css("--card");
  context.strokeStyle = css("--ink");
  context.beginPath();
  context.rect(node.x + node.size, node.y - 11, context.measureText(node.label).width + 10, 22);
  context.fill();
  context.stroke();
  context.fillStyle = css("--ink");
  context.fillText(node.label, node.x + node.size + 5, node.y + 4);
}

if (data.edges.length) draw();
else {
  box.append(khaldun.element("p", "No ties. Clear the filters, or add documents.", "none"));
  slider.disabled = true;
}
})();
