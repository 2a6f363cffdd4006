"""The number of a city over HTTP, with a connection for each request or one for each thread; for uwsgi."""

import json
import os
import threading

import pymysql
from flask import Flask, request

# Without a transaction around reads, which a connection that stays open would stay in.
SETTINGS = json.loads(os.environ["CITY_DATABASE"]) | {"autocommit": True}

app = Flask(__name__)
local = threading.local()


def find(connection, city):
    with connection.cursor() as cursor:
        cursor.execute("SELECT city_id FROM city WHERE city = %s", (city,))
        return cursor.fetchone()[0]


def ask_per_request(city):
    connection = pymysql.connect(**SETTINGS)
    try:
        return find(connection, city)
    finally:
        connection.close()


def ask_per_thread(city):
    """As DBUtils' PersistentDB does: each thread keeps its connection, and pings it before it uses it."""
    if not hasattr(local, "connection"):
        local.connection = pymysql.connect(**SETTINGS)
    else:
        local.connection.ping(reconnect=True)
    return find(local.connection, city)


ask = {"request": ask_per_request, "thread": ask_per_thread}[os.environ["CITY_CONNECTION_PER"]]


@app.get("/")
def city_number():
    city = request.args["city"]
    return f'City "{city}" is #{ask(city)}', {"Content-Type": "text/plain; charset=utf-8"}
