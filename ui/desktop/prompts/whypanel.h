#pragma once

#include "ui/desktop/prompts/promptvalues.h"
#include "ui/widgets/paintedwidget.h"

class QVBoxLayout;

namespace keyway {

class TextLabel;

/// One service in "Why this service": tile, name, score as a bar, facts and what became of it.
class CandidateRow : public PaintedWidget {
    Q_OBJECT
public:
    struct Value {
        QString service, serviceName, title, facts;
        QString formula; ///< of the score, for the pointer
        std::optional<int> score; ///< nothing: skipped
        bool answering = false;
        friend bool operator==(const Value &, const Value &) = default;
    };
    explicit CandidateRow(QWidget *parent = nullptr);
    void setValue(const Value &value);
    QString spokenText() const override;
    std::optional<int> spokenPercent() const override { return m_value.score; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect factsRect(int width) const;
    Value m_value;
};

/// "Why this service": one sentence, then who was asked in which order, and who was skipped.
class WhyPanel : public QWidget {
    Q_OBJECT
public:
    explicit WhyPanel(QWidget *parent = nullptr);
    void setAnswer(const AnswerValue &answer, const ServicesValue &services);
    QString sentence() const;

private:
    TextLabel *m_sentence;
    QVBoxLayout *m_rows;
    QList<CandidateRow *> m_candidates;
};

/// The sentence alone, for the strip of narrower windows.
QString whySentence(const AnswerValue &answer);

} // namespace keyway
