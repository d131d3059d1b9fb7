#pragma once

#include "ui/desktop/studio/studioprice.h"
#include "ui/widgets/cardframe.h"

class QGridLayout;

namespace keyway {

class TextLabel;

/// What it will cost, before it is made: lines, total, what is left of the limit; or why it cannot
/// be made.
class PricePanel : public CardFrame {
    Q_OBJECT
public:
    explicit PricePanel(QWidget *parent = nullptr);
    void setPrice(const PriceBefore &price);
    /// A hint in place of a price.
    void setHint(const QString &hint);
    /// All of it in words.
    QString spoken() const;

private:
    void clear();

    QGridLayout *m_lines;
    TextLabel *m_words;
    PriceBefore m_price;
    bool m_filled = false;
};

} // namespace keyway
