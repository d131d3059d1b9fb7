#pragma once

#include "ui/desktop/prompts/growingtext.h"
#include "ui/desktop/prompts/promptvalues.h"
#include "ui/widgets/cardframe.h"

class QPushButton;
class QToolButton;

namespace keyway {

class AnswerNotice;
class ElidedLabel;
class FactsBand;
class MarkdownView;
class ProviderTile;
class Spinner;
class Tag;
class TextLabel;
enum class AnswerAction;

/// One side of a comparison: who answers, what they write, how long it takes and what it costs, and
/// the button that keeps it. For one answer; asked again, it is another column.
class ComparisonColumn : public CardFrame {
    Q_OBJECT
public:
    struct Look {
        bool last = true; ///< it may be asked again
        bool covered = false; ///< who it is, how long it took and what it cost is not told
        bool fastest = false;
        bool cheapest = false;
        bool amongMany = false; ///< of more than two
    };
    /// `services` outlives it.
    ComparisonColumn(const ServicesValue *services, QWidget *parent);

    void setSide(const ComparisonValue::Side &side, const Look &look, const QDateTime &now);
    const ComparisonValue::Side &side() const { return m_side; }
    void setNow(const QDateTime &now);
    bool isSettled() const;
    /// What stands for the name of the model: itself, or "Answer A" while it is covered.
    QString shownName() const;

    MarkdownView *text() const { return m_text; }
    FactsBand *facts() const { return m_facts; }
    QPushButton *keepButton() const { return m_keep; }
    QPushButton *changeButton() const { return m_change; }
    QPushButton *stopButton() const { return m_stop; }
    QToolButton *againButton() const { return m_again; }

Q_SIGNALS:
    void wished(const keyway::SideWish &wish);
    void linkChosen(const QString &address, const QPoint &at);
    void announced(const QString &words);

private:
    QWidget *makeHead();
    QWidget *makeFoot();
    void fillChangeMenu();
    void wish(SideWish::What what);
    void ask(const Id &integration, const QString &model, bool evenDisabled);
    void take(AnswerAction action);
    void showHead();
    void showFacts(const QDateTime &now);
    void showFoot();
    QString endingNote() const;

    const ServicesValue *m_services;
    ComparisonValue::Side m_side;
    Look m_look;
    ProviderTile *m_tile;
    ElidedLabel *m_model, *m_integration;
    Spinner *m_spinner;
    QPushButton *m_change;
    MarkdownView *m_text;
    GrowingText m_growing;
    TextLabel *m_note;
    AnswerNotice *m_notice;
    FactsBand *m_facts;
    QPushButton *m_keep, *m_stop;
    Tag *m_kept;
    QToolButton *m_copy, *m_again;
};

} // namespace keyway
