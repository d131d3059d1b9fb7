#pragma once

#include "core/providers/answerparser.h"

namespace keyway {

/// An answer to POST /images/generations or /images/edits, of OpenAI, xAI and OpenRouter: pictures
/// as base64 or as links, in one piece or after previews in a stream. Usage is tokens where the
/// service reports them, else pieces.
class OpenAiImagesParser final : public AnswerParser {
public:
    /// `byPiece`: the model is priced by the picture, so the number of pictures is its whole usage.
    explicit OpenAiImagesParser(bool byPiece);

protected:
    void takeEvent(const QJsonObject &event, StreamEvent &out) override;
    bool takeWhole(const QJsonObject &answer, StreamEvent &out) override;
    bool isComplete(bool whole) const override;
    Outcome outcome() const override;

private:
    void takePicture(const QJsonObject &picture);
    void takeFacts(const QJsonObject &answer, StreamEvent &out);
    void countPieces();

    bool m_byPiece;
    int m_pieces = 0;
    int m_withheld = 0;
};

} // namespace keyway
