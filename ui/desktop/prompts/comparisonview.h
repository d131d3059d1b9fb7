#pragma once

#include "ui/desktop/prompts/answerview.h"

class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace keyway {

class ComparisonColumn;

/// Answers to one prompt side by side, until one is kept: then that one is shown as any other
/// answer, and the others are folded away below a line that brings them back.
class ComparisonView : public QWidget {
    Q_OBJECT
public:
    /// `services` outlives it.
    ComparisonView(const ServicesValue *services, QWidget *parent);

    /// `namesHidden`: who answers is told once the user has chosen.
    void setComparison(const ComparisonValue &comparison, bool last, bool namesHidden,
                       const QDateTime &now);
    const ComparisonValue &comparison() const { return m_comparison; }
    void setNow(const QDateTime &now);
    /// The columns are at least so high, while nothing is kept.
    void setRoom(int height);
    bool isSettled() const;
    /// The other answers of a choice that was made, shown or folded away.
    void setFolded(bool folded);

    /// What the conversation goes on from; not to be seen before one is kept.
    AnswerView *keptAnswer() const { return m_kept; }
    ComparisonColumn *column(int place) const { return m_columns.value(place); }
    QPushButton *foldButton() const { return m_fold; }

Q_SIGNALS:
    void wished(const keyway::SideWish &wish);
    void actionRequested(keyway::AnswerAction action, const QPoint &at);
    void linkChosen(const QString &address, const QPoint &at);
    void announced(const QString &words);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ComparisonColumn *makeColumn();
    void makeKept();
    void place();
    void showFold();
    QString othersWords() const;

    const ServicesValue *m_services;
    ComparisonValue m_comparison;
    QVBoxLayout *m_column;
    AnswerView *m_kept = nullptr;
    QWidget *m_line; ///< of the answers that are folded away
    TextLabel *m_others;
    QPushButton *m_fold;
    QWidget *m_holder;
    QGridLayout *m_grid;
    QList<ComparisonColumn *> m_columns;
    bool m_folded = true;
    int m_room = 0; ///< for the columns, where they need less
};

} // namespace keyway
