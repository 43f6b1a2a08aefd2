// Actors and the ties between them on a day that a slider moves.
import "./vendor/d3-7.9.0.js";
import "./vendor/graphology-0.26.0.js";
import "./vendor/sigma-3.0.3.js";
import { twin } from "./twin.js";

const { d3, graphology, Sigma } = globalThis;
const COLOURS = {
  backs: "--quad-2", allied_with: "--relation", opposes: "--quad-4", leads: "--forecast",
  mediates: "--who", liaises_with: "--who",
};
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const DAY = 86_400_000;
const slider = document.getElementById("day");
const shown = document.getElementById("shown");
const time = (text) => (text ? Date.parse(text) : null);

function laidOut(data) {
  const used = new Set(data.edges.flatMap((e) => [e.source, e.target]));
  const nodes = data.nodes.filter(([id]) => used.has(id)).map(([id, name]) => ({ id, name }));
  const links = data.edges.map((e) => ({ source: e.source, target: e.target }));
  d3.forceSimulation(nodes)
    .force("link", d3.forceLink(links).id((n) => n.id).distance(60))
    .force("charge", d3.forceManyBody().strength(-120))
    .force("x", d3.forceX()).force("y", d3.forceY())
    .stop().tick(200);
  return nodes;
}

function graphOf(data) {
  const graph = new graphology.MultiDirectedGraph();
  for (const node of laidOut(data)) {
    graph.addNode(node.id, { label: node.name, x: node.x, y: -node.y, size: 6, color: css("--faint") });
  }
  for (const edge of data.edges) {
    graph.addDirectedEdgeWithKey(edge.id, edge.source, edge.target, {
      label: edge.type in COLOURS ? edge.type.replaceAll("_", " ") : null, size: 2, type: "arrow", tie: edge,
      color: css(COLOURS[edge.type] ?? "--faint"),
    });
  }
  return graph;
}

function holds(edge, on) {
  const began = time(edge.began), ended = time(edge.ended);
  return (began === null || began <= on) && (ended === null || ended >= on);
}

function show(edge, graph) {
  const box = document.getElementById("picked");
  const link = document.createElement("a");
  link.href = `/at/${encodeURIComponent(edge.evidence)}`;
  const name = (id) => graph.getNodeAttribute(id, "label");
  link.textContent = `${name(edge.source)} ${edge.type.replaceAll("_", " ")} ${name(edge.target)}: evidence`;
  box.replaceChildren(link);
}

const data = twin();
const box = document.getElementById("drawing");
if (!data.edges.length) {
  const none = document.createElement("p");
  none.className = "none";
  none.textContent = "No ties. Clear the filters, or add documents.";
  box.append(none);
  slider.disabled = true;
} else {
  const graph = graphOf(data);
  const days = data.edges.flatMap((e) => [time(e.began), time(e.ended)]).filter((t) => t !== null);
  slider.min = days.length ? Math.min(...days) / DAY : 0;
  slider.max = days.length ? Math.max(...days) / DAY : 0;
  slider.value = slider.max;
  const sigma = new Sigma(graph, box, {
    enableEdgeEvents: true, renderEdgeLabels: graph.size < 150,
    labelColor: { color: css("--ink") }, labelDensity: 4, labelGridCellSize: 60,
    labelRenderedSizeThreshold: graph.order < 80 ? 0 : 6,
    edgeLabelColor: { attribute: "color" }, stagePadding: 60,
  });
  const move = () => {
    const on = Number(slider.value) * DAY;
    shown.textContent = new Date(on).toISOString().slice(0, 10);
    graph.forEachEdge((key, { tie }) => graph.setEdgeAttribute(key, "hidden", !holds(tie, on)));
    graph.forEachNode((key) => graph.setNodeAttribute(key, "hidden",
      graph.everyEdge(key, (_, attributes) => attributes.hidden)));
  };
  slider.addEventListener("input", move);
  move();
  sigma.on("clickEdge", ({ edge }) => show(graph.getEdgeAttribute(edge, "tie"), graph));
  sigma.on("clickNode", ({ node }) => location.assign(`/actors/${encodeURIComponent(node)}`));
}
