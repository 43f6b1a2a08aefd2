// Places of events; the shape says how exact the place is.
import * as L from "./vendor/leaflet-1.9.4.js";
import "./vendor/topojson-client-3.1.0.js";
import { twin } from "./twin.js";

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const SIZES = { point: 6, town: 8, district: 14 };

function stylesheet() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = "/static/vendor/leaflet-1.9.4.css";
  document.head.append(link);
}

async function land(borders) {
  const name = borders ? "countries" : "land";
  const answer = await fetch(`/static/vendor/${name}-110m-2.0.2.json`);
  const world = await answer.json();
  const shapes = globalThis.topojson.feature(world, world.objects[name]);
  for (const shape of shapes.features ?? [shapes]) joined(shape.geometry);
  return shapes;
}

// A coast that crosses the antimeridian goes on beyond 180 degrees and not round the world.
function joined({ type, coordinates }) {
  for (const polygon of type === "Polygon" ? [coordinates] : coordinates) {
    for (const ring of polygon) {
      for (let i = 1; i < ring.length; i++) {
        const gap = ring[i][0] - ring[i - 1][0];
        if (Math.abs(gap) > 180) ring[i] = [ring[i][0] - Math.sign(gap) * 360, ring[i][1]];
      }
    }
  }
}

function listed(pin) {
  const box = document.getElementById("picked");
  box.replaceChildren();
  const title = document.createElement("h2");
  title.textContent = `${pin.place} (${pin.precision})`;
  const list = document.createElement("ul");
  for (const [id, label] of pin.events) {
    const link = document.createElement("a");
    link.href = `/events/${encodeURIComponent(id)}`;
    link.textContent = label;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  box.append(title, list);
}

function mark(pin) {
  const where = [pin.latitude, pin.longitude];
  const dashed = pin.precision === "district";
  return L.circleMarker(where, {
    radius: SIZES[pin.precision] + Math.min(Math.sqrt(pin.events.length), 12),
    color: css("--quad-4"), weight: 2, fillOpacity: dashed ? 0.1 : 0.5, dashArray: dashed ? "4 4" : null,
  }).bindTooltip(textNode(`${pin.place}: ${pin.events.length}`)).on("click", () => listed(pin));
}

// Leaflet takes text for markup unless it is given a node.
function textNode(words) {
  const box = document.createElement("span");
  box.textContent = words;
  return box;
}

stylesheet();
const data = twin();
const map = L.map("drawing", { preferCanvas: true, worldCopyJump: true, zoomSnap: 0.5 })
  .setView([20, 15], 2);
map.attributionControl.setPrefix(false);
const drawn = {
  "countries (Natural Earth)": L.geoJSON(await land(true), style()),
  "land only": L.geoJSON(await land(false), style()),
};
Object.values(drawn)[0].addTo(map);
const layers = L.control.layers(drawn, null, { collapsed: false }).addTo(map);
const pins = L.featureGroup(data.pins.map(mark)).addTo(map);
if (data.pins.length) map.fitBounds(pins.getBounds().pad(0.15), { maxZoom: 7 });

// Boundaries of one's own are read in the page and sent nowhere.
document.getElementById("boundaries").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  const told = document.getElementById("boundaries-told");
  if (!file) return;
  try {
    layers.addOverlay(L.geoJSON(JSON.parse(await file.text()), style("--event")).addTo(map),
      textNode(file.name).innerHTML);
    told.textContent = "";
  } catch {
    told.textContent = `${file.name} is not GeoJSON with coordinates in degrees.`;
  }
});

function style(line = "--faint") {
  const shape = { color: css(line), weight: 1, fillColor: css("--rule"), fillOpacity: 0.5 };
  return { style: shape, interactive: false, filter: (f) => !/Point/.test(f.geometry?.type) };
}
