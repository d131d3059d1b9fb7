"""Reads an exported file with Python's own csv and json, or the records themselves with its
sqlite3, and says as JSON what it found.

usage: readback.py csv|spreadsheet|jsonl|database FILE
       readback.py focus FILE PUBLISHED_COLUMNS

PUBLISHED_COLUMNS has the columns of FOCUS 1.2 with their levels, types and allowed values, from
https://focus.finops.org/focus-specification/v1-2/; the subcategories are those of the one category
that Keyway writes.
"""
import csv
import json
import sqlite3
import sys
from decimal import Decimal

NANO = Decimal(10) ** 9


def nano(text):
    return int(Decimal(text or "0") * NANO)


def read_csv(path, encoding="utf-8", delimiter=","):
    with open(path, newline="", encoding=encoding) as file:
        reader = csv.DictReader(file, delimiter=delimiter, strict=True)
        return list(reader), reader.fieldnames


def found(rows, costs, fees, unknown):
    return {
        "rows": len(rows),
        "cost": sum(costs),
        "fee": sum(fees),
        "unknown": unknown,
        "names": sorted({row["integration"] for row in rows}),
        "models": sorted({row["model"] for row in rows}),
        "first": rows[0] if rows else {},
    }


def plain(path, encoding="utf-8", delimiter=",", point="."):
    rows, _ = read_csv(path, encoding, delimiter)

    def column(name):
        return [row[name].replace(point, ".") for row in rows]

    costs = column("platform_cost_usd")
    return found(rows, map(nano, costs), map(nano, column("platform_fee_usd")), costs.count(""))


def spreadsheet(path):
    return plain(path, "utf-8-sig", ";", ",")


def lines(path):
    with open(path, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    costs = [row["platform_cost_nano"] for row in rows]
    fees = [row["platform_fee_nano"] for row in rows]
    return found(rows, (cost or 0 for cost in costs), (fee or 0 for fee in fees),
                 costs.count(None))


def database(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as records:
        records.row_factory = sqlite3.Row
        rows = [dict(row) for row in records.execute(
            "SELECT *, integration_name AS integration FROM attempt WHERE outcome <> 'started' "
            "ORDER BY billing_day, started_at, record_id")]
    return found(rows, (row["platform_cost_nano"] for row in rows),
                 (row["platform_fee_nano"] for row in rows),
                 sum(row["cost_state"] == "unknown" for row in rows))


def wrong_cells(row, rules):
    for name, rule in rules.items():
        value = row[name]
        if value == "" and rule["AllowsNulls"] == "no":
            yield f"{name} is empty"
        if value and rule["Type"] == "DateTime" and (len(value) != 20 or value[10] != "T"
                                                     or value[19] != "Z"):
            yield f"{name}: {value}"
        if value and rule["Type"] == "Decimal":
            Decimal(value)
        allowed = rule["AllowedValues"].split(";") if rule["AllowedValues"] else []
        if value and allowed and value not in allowed:
            yield f"{name} is {value}"


COSTS = ("BilledCost", "ContractedCost", "EffectiveCost", "ListCost")


def wrong_row(row):
    if not row["BillingPeriodStart"] <= row["ChargePeriodStart"] < row["ChargePeriodEnd"]:
        yield f"periods of {row['x_RecordId']}"
    if row["ChargePeriodStart"] >= row["BillingPeriodEnd"]:
        yield f"outside its month: {row['x_RecordId']}"
    if row["ChargeCategory"] == "Purchase" and row["ChargeFrequency"] == "Usage-Based":
        yield "a purchase is not usage-based"
    if row["PricingCategory"] == "" and row["ChargeCategory"] in ("Usage", "Purchase"):
        yield "PricingCategory is empty"
    if (row["PricingQuantity"] == "") != (row["PricingUnit"] == ""):
        yield "PricingQuantity and PricingUnit belong together"
    if (row["ConsumedQuantity"] == "") != (row["ConsumedUnit"] == ""):
        yield "ConsumedQuantity and ConsumedUnit belong together"
    if len({Decimal(row[name]) for name in COSTS}) != 1:
        yield f"costs differ without a discount: {row['x_RecordId']}"
    if (row["ConsumedQuantity"] == "") != (row["ChargeCategory"] != "Usage"):
        yield "ConsumedQuantity belongs to usage"


def focus(path, columns):
    published = {row["Column"]: row for row in read_csv(columns)[0]}
    rows, head = read_csv(path)
    own = [name for name in head if name.startswith("x_")]
    problems = {f"unknown column {name}" for name in head
                if name not in published and name not in own}
    problems |= {f"missing column {name}" for name, rule in published.items()
                 if rule["FeatureLevel"] == "Mandatory" and name not in head}
    if head[-len(own):] != own:
        problems.add("own columns do not come last")
    rules = {name: rule for name, rule in published.items() if name in head}
    for row in rows if not problems else []:
        problems.update(wrong_cells(row, rules))
        problems.update(wrong_row(row))
    fees = [row for row in rows if row["ProviderName"] == "Keyway"]
    costs = [row for row in rows if row["ProviderName"] != "Keyway"]
    return {
        "rows": len(costs),
        "feeRows": len(fees),
        "cost": sum(nano(row["BilledCost"]) for row in costs),
        "fee": sum(nano(row["BilledCost"]) for row in fees),
        "problems": sorted(problems)[:20],
        "first": rows[0] if rows else {},
        "last": rows[-1] if rows else {},
    }


READERS = {"csv": plain, "spreadsheet": spreadsheet, "jsonl": lines, "database": database,
           "focus": focus}
print(json.dumps(READERS[sys.argv[1]](*sys.argv[2:])))
