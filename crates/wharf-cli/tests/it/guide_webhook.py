"""The webhook of the seed guide, as it writes it; only the port is another."""

import sys

from fastapi import FastAPI, Request, HTTPException

app = FastAPI()

@app.post("/webhook")
async def webhook(request: Request):
     payload = await request.json()
     print("Received payload:", payload)

     # Process the payload
     if payload.get("entry"):
          for entry in payload["entry"]:
                for change in entry["changes"]:
                     message = change["value"]["messages"][0]
                     print("Message received:", message)

     return {"status": "success"}

# Run the FastAPI app
if __name__ == "__main__":
     import uvicorn
     uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]))
